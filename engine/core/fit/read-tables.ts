/** A cell as a page has it: its text, lines parted by `\n`, and over how many columns it goes. */
export type TableCell = { text: string; span: number };
export type TableRow = { classes: string[]; cells: TableCell[]; isHeading: boolean };

/** A table: how many columns it has, all equally wide, and its bodies one below the other. */
type Table = { columns: number; bodies: TableRow[][] };

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+)/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
/** Elements that begin a line of their own. */
const OWN_LINE = /^(div|p|ul|ol|li|h[1-6]|section)$/;

type Reader = { tables: Table[]; text: string; row: TableRow | undefined; inCell: boolean };

/** The tables of a page of ours, in their order. Lint has seen that the template of the page is of plain elements. */
export function readTables(html: string): Table[] {
  const reader: Reader = { tables: [], text: '', row: undefined, inCell: false };
  for (const [, slash, tag = '', attributes = '', text] of html.matchAll(TOKEN)) {
    if (text !== undefined) readText(reader, text);
    else if (slash) close(reader, tag.toLowerCase());
    else open(reader, tag.toLowerCase(), attributes);
  }
  return reader.tables;
}

function readText(reader: Reader, text: string): void {
  if (reader.inCell) reader.text += decoded(text).replace(/[ \t\r\n\f]+/g, ' ');
}

function open(reader: Reader, tag: string, attributes: string): void {
  const table = reader.tables.at(-1);
  if (tag === 'table') reader.tables.push({ columns: 0, bodies: [] });
  else if (tag === 'col' && table) table.columns += numberIn(attributes, 'span');
  else if (tag === 'tbody' || tag === 'thead' || tag === 'tfoot') table?.bodies.push([]);
  else if (tag === 'tr') openRow(reader, attributes);
  else if (tag === 'td' || tag === 'th') openCell(reader, tag, attributes);
  else if (tag === 'br') reader.text += '\n';
  else if (OWN_LINE.test(tag)) newLine(reader);
}

function openRow(reader: Reader, attributes: string): void {
  const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1] ?? '';
  reader.row = { classes: classes.split(' ').filter(Boolean), cells: [], isHeading: true };
  const table = reader.tables.at(-1);
  if (table?.bodies.length === 0) table.bodies.push([]);
  table?.bodies.at(-1)?.push(reader.row);
}

function openCell(reader: Reader, tag: 'td' | 'th', attributes: string): void {
  if (tag === 'td' && reader.row) reader.row.isHeading = false;
  reader.row?.cells.push({ text: '', span: numberIn(attributes, 'colspan') });
  reader.text = '';
  reader.inCell = true;
}

function close(reader: Reader, tag: string): void {
  if (OWN_LINE.test(tag)) newLine(reader);
  if (tag !== 'td' && tag !== 'th') return;
  const cell = reader.row?.cells.at(-1);
  if (cell) cell.text = reader.text.replace(/^\n+|\n+$/g, '');
  reader.inCell = false;
}

function newLine(reader: Reader): void {
  if (reader.text.trim() !== '') reader.text += '\n';
}

const numberIn = (attributes: string, name: string): number =>
  Number(new RegExp(`\\b${name}="?(\\d+)`).exec(attributes)?.[1] ?? 1);

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? all);
  });
