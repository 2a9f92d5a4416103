import { Input } from 'antd';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { type PasteWords, pasteWords, useWords } from '#renderer/locales/index.ts';
import { focusField } from '#renderer/plain-forms/index.ts';
import type { WorkbookRead } from '../../workbook/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { useUnsent } from '../useUnsent.ts';
import type { Exchange, ReadLine } from './lines.ts';
import { MOST_ROWS, pastedTable } from './pasted.ts';
import { readFile } from './readFile.ts';

/** So many changes are one act at most; examples that follow come on top. */
const MOST_CHANGES = 300;
/** So many lines are shown one by one; of more only those that say something. */
const MOST_LINES = 100;

type Props = { table: Exchange; hint: string; close: () => void };

/** Rows of a spreadsheet, pasted or out of a workbook: line by line what each becomes; what is not refused is one act. */
export function TableForm({ table, hint, close }: Props) {
  const words = useWords(pasteWords);
  const id = useId();
  const { rows, field, file, problem } = useRows(id);
  const lines = useMemo(() => table.read(rows), [table, rows]);
  const changes = lines.flatMap((line) => (line.refused === undefined ? line.changes : []));
  const isTooMuch = changes.length > MOST_CHANGES;
  return (
    <ChangeForm
      label={words.button}
      changes={changes.length > 0 && !isTooMuch ? changes : null}
      onWrong={() => focusField(id)}
      close={close}
      showsEffects={false}
    >
      {field(hint)}
      {file}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {isTooMuch && <p className="problem">{words.tooManyChanges(MOST_CHANGES)}</p>}
      <Lines lines={lines} changes={changes.length} />
    </ChangeForm>
  );
}

/** What was pasted, or read out of a file: whichever came last. */
function useRows(id: string): {
  rows: string[][];
  field: (hint: string) => ReactNode;
  file: ReactNode;
  problem: string | null;
} {
  const words = useWords(pasteWords);
  const [text, setText] = useUnsent('text', '');
  const [read, setRead] = useState<(WorkbookRead & { name: string }) | null>(null);
  const pasted = useMemo(() => pastedTable(text), [text]);
  const rows = useMemo(
    () => (read ? (read.refused ? [] : read.lines.map(trimmed)) : pasted.slice(0, MOST_ROWS)),
    [read, pasted],
  );
  const open = async (chosen: File | undefined) => {
    if (chosen) setRead({ name: chosen.name, ...(await readFile(chosen)) });
  };
  const problem = problemOf(read, pasted.length, words);
  const field = (hint: string) => (
    <div className="line">
      <label htmlFor={id}>{words.area}</label>
      <Input.TextArea
        id={id}
        value={text}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={({ target }) => {
          setText(target.value);
          setRead(null);
        }}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="quiet">
        {hint}
      </p>
    </div>
  );
  const file = (
    <div className="line">
      <label htmlFor={`${id}-file`}>{words.file}</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".xlsx"
        onChange={({ target }) => void open(target.files?.[0])}
        aria-describedby={`${id}-file-hint`}
      />
      <p id={`${id}-file-hint`} className="quiet">
        {words.fileHint}
      </p>
      {read && !read.refused && <p>{words.read(read.name, read.sheet, read.lines.length)}</p>}
    </div>
  );
  return { rows, field, file, problem };
}

const trimmed = (line: string[]): string[] => line.map((cell) => cell.trim());

function problemOf(
  read: (WorkbookRead & { name: string }) | null,
  pasted: number,
  words: PasteWords,
): string | null {
  if (read?.refused) return words.faults[read.refused.fault](read.name, read.refused.at ?? '');
  if (read && read.lines.length === 0) return words.emptyFile(read.name, read.sheet);
  return !read && pasted > MOST_ROWS ? words.tooMany(MOST_ROWS) : null;
}

function Lines({ lines, changes }: { lines: readonly ReadLine[]; changes: number }) {
  const words = useWords(pasteWords);
  if (lines.length === 0) return null;
  const refused = lines.filter((line) => line.refused !== undefined).length;
  const isLong = lines.length > MOST_LINES;
  const shown = lines
    .map((line, index) => ({ ...line, number: index + 1 }))
    .filter((line) => !isLong || line.changes.length > 0 || line.refused !== undefined);
  return (
    <>
      <p role="status">{words.count(lines.length, changes, refused)}</p>
      {isLong && <p className="quiet">{words.onlyChanged}</p>}
      <ol className="pasted">
        {shown.map((line) => (
          <li key={line.number} value={line.number}>
            {line.text}{' '}
            {line.refused !== undefined && <span className="problem">{words.refused(line.refused)}</span>}
            {line.refused === undefined && line.changes.length === 0 && (
              <span className="quiet">{words.same}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
