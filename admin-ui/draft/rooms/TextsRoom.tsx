import { Button, Input } from 'antd';
import { useId, useMemo } from 'react';
import { Empty, FilterInput, Page, useSearchInAddress } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, pasteWords, useWords } from '#renderer/locales/index.ts';
import { focusField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { useOpenDraft } from '../DraftContext.tsx';
import { filesOfCycle } from '../model/files.ts';
import { type TextRow, textChange, textRows, withText } from '../model/texts.ts';
import { OpenedForm } from '../OpenedForm.tsx';
import { TableButtons, textTable } from '../tables/index.ts';
import { useOpened, useUnsent } from '../useUnsent.ts';

const SHOWN = 60;

/** Every sentence of a cycle in one table: found by what stands in it, changed where it stands. */
export function TextsRoom() {
  const words = useWords(draftWords);
  const { files, cycle } = useOpenDraft();
  const { input, wanted } = useSearchInAddress('text');
  const rows = useMemo(() => textRows(filesOfCycle(files, cycle)), [files, cycle]);
  const found = useMemo(() => withText(rows, wanted), [rows, wanted]);
  const own = useWords(pasteWords);
  const table = useMemo(() => textTable({ shown: found, all: rows }, own), [found, rows, own]);
  return (
    <Page
      title={
        <>
          {words.rooms.texts} <HelpMark topic="changing" />
        </>
      }
    >
      <p className="quiet">{words.textsHint}</p>
      <search>
        <FilterInput label={words.searchTexts} input={input} maxLength={100} />
      </search>
      <p className="quiet" role="status">
        {words.found(found.length)}
        {found.length > SHOWN && ` · ${words.first(SHOWN)}`}
      </p>
      <TableButtons table={table} hint={own.textsHint} />
      {found.length === 0 && <Empty>{words.noTexts}</Empty>}
      <ul className="draft-texts">
        {found.slice(0, SHOWN).map((row) => (
          <TextLine key={row.key} row={row} />
        ))}
      </ul>
    </Page>
  );
}

function TextLine({ row }: { row: TextRow }) {
  const words = useWords(draftWords);
  const { isOpen } = useOpenDraft();
  const name = `text/${row.key}`;
  const [isChanging, setChanging] = useOpened<true>(name);
  return (
    <li>
      <div className="quiet">{row.place}</div>
      {isChanging ? (
        <OpenedForm name={name}>
          <TextForm row={row} close={() => setChanging(null)} />
        </OpenedForm>
      ) : (
        <div className="text-line">
          <span>{row.text}</span>
          {isOpen && (
            <Button size="small" aria-label={`${words.change} ${row.text}`} onClick={() => setChanging(true)}>
              {words.change}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function TextForm({ row, close }: { row: TextRow; close: () => void }) {
  const words = useWords(draftWords);
  const field = useId();
  const [text, setText] = useUnsent('text', row.text);
  const isMeant = text.trim() !== '' && text !== row.text;
  return (
    <ChangeForm
      label={`${words.change} ${row.text}`}
      changes={isMeant ? [textChange(row, text.trim())] : null}
      onWrong={() => focusField(field)}
      close={close}
    >
      <div className="line">
        <label htmlFor={field}>{row.place || words.text}</label>
        <Input.TextArea
          id={field}
          value={text}
          maxLength={20_000}
          autoFocus
          autoSize={{ minRows: 1, maxRows: 10 }}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </ChangeForm>
  );
}
