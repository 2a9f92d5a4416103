import { Input } from 'antd';
import { useId, useMemo, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { pasteWords, useWords } from '#renderer/locales/index.ts';
import { focusField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { MOST_ROWS, pastedTable } from './table.ts';

/** What a pasted line becomes: changes with the sentence of them, nothing new, or why it is refused. */
export type PastedLine = { text: string; changes: Change[]; refused?: string };

type Props = {
  label: string;
  /** Which columns are meant, in words. */
  hint: string;
  /** What the rows become, in their order; a row knows those before it. */
  read: (rows: string[][]) => PastedLine[];
  close: () => void;
};

/** Rows of a spreadsheet, pasted: line by line what each becomes; what is not refused is one act. */
export function PasteForm({ label, hint, read, close }: Props) {
  const words = useWords(pasteWords);
  const id = useId();
  const [text, setText] = useState('');
  const rows = useMemo(() => pastedTable(text), [text]);
  const lines = read(rows.slice(0, MOST_ROWS));
  const changes = lines.flatMap((line) => (line.refused === undefined ? line.changes : []));
  const refused = lines.filter((line) => line.refused !== undefined).length;
  return (
    <ChangeForm
      label={label}
      changes={changes.length > 0 ? changes : null}
      onWrong={() => focusField(id)}
      close={close}
      showsEffects={false}
    >
      <div className="line">
        <label htmlFor={id}>{words.area}</label>
        <Input.TextArea
          id={id}
          value={text}
          autoSize={{ minRows: 3, maxRows: 10 }}
          onChange={({ target }) => setText(target.value)}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      </div>
      {rows.length > MOST_ROWS && <p className="problem">{words.tooMany(MOST_ROWS)}</p>}
      {lines.length > 0 && (
        <>
          <p role="status">{words.count(lines.length, changes.length, refused)}</p>
          <ol className="pasted">
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines stand as they were pasted
              <li key={index}>
                {line.text}{' '}
                {line.refused !== undefined && <span className="problem">{words.refused(line.refused)}</span>}
                {line.refused === undefined && line.changes.length === 0 && (
                  <span className="quiet">{words.same}</span>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </ChangeForm>
  );
}
