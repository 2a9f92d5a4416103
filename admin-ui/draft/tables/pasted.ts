/** Text of the clipboard as a spreadsheet writes it: a line a row, tabs between cells, quotes where a cell has lines. */
export function pastedTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  const clean = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < clean.length; at += 1) {
    const letter = clean[at] ?? '';
    if (isQuoted && letter === '"' && clean[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (isQuoted && letter === '"') isQuoted = false;
    else if (!isQuoted && letter === '"' && cell === '') isQuoted = true;
    else if (!isQuoted && letter === '\t') endCell();
    else if (!isQuoted && letter === '\n') endRow();
    else cell += letter;
  }
  endRow();
  return rows;
}

/** Rows are cut at this many: whoever pastes more pastes in parts. */
export const MOST_ROWS = 500;
