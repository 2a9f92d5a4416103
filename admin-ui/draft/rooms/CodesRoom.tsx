import { Button, Select } from 'antd';
import { useMemo } from 'react';
import type { CodeEntry, CodeList } from '#core/model/index.ts';
import { Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, pasteWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { OpenedForm } from '../OpenedForm.tsx';
import { codeTable, TableButtons } from '../tables/index.ts';
import { useRemembered } from '../useRemembered.ts';
import { useOpened } from '../useUnsent.ts';
import { AddCodeForm, EndCodeForm } from './CodeForms.tsx';

/** The code lists of a cycle: from when to when each code may be chosen, and what follows it. */
export function CodesRoom() {
  const words = useWords(draftWords);
  const { edition } = useOpenDraft();
  const { codes } = edition.definition;
  const [chosen, choose] = useRemembered('code-list', codes[0]?.id);
  const list = codes.find(({ id }) => id === chosen) ?? codes[0];
  return (
    <Page
      title={
        <>
          {words.rooms.codes} <HelpMark topic="changing" />
        </>
      }
    >
      <search>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className="draft-choice"
          aria-label={words.list}
          value={list?.id}
          onChange={choose}
          options={codes.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </search>
      {list && <Codes key={list.id} list={list} />}
    </Page>
  );
}

function Codes({ list }: { list: CodeList }) {
  const words = useWords(draftWords);
  const own = useWords(pasteWords);
  const { isOpen, cycle } = useOpenDraft();
  const name = `codes/${list.id}/new`;
  const [isAdding, setAdding] = useOpened<true>(name);
  const table = useMemo(() => codeTable(list, cycle, own), [list, cycle, own]);
  return (
    <>
      <table className="draft-table">
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.codeTitle}</th>
            <th scope="col">{words.validFrom}</th>
            <th scope="col">{words.validTo}</th>
            <th scope="col">{words.successor}</th>
            <th>
              <span className="unseen">{words.endCode}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.entries.map((entry) => (
            <CodeLine key={entry.code} list={list} entry={entry} />
          ))}
        </tbody>
      </table>
      {isAdding && (
        <OpenedForm name={name}>
          <AddCodeForm list={list} close={() => setAdding(null)} />
        </OpenedForm>
      )}
      {isOpen && !isAdding && <Button onClick={() => setAdding(true)}>{words.addCode}</Button>}
      <TableButtons table={table} hint={own.codesHint} />
    </>
  );
}

function CodeLine({ list, entry }: { list: CodeList; entry: CodeEntry }) {
  const words = useWords(draftWords);
  const { isOpen } = useOpenDraft();
  const name = `codes/${list.id}/end/${entry.code}`;
  const [isEnding, setEnding] = useOpened<true>(name);
  const successor = list.entries.find(({ code }) => code === entry.successor);
  return (
    <>
      <tr>
        <td data-label={words.code}>
          <code>{entry.code}</code>
        </td>
        <th scope="row">{entry.title}</th>
        <td data-label={words.validFrom}>{entry.validFrom}</td>
        <td data-label={words.validTo}>{entry.validTo}</td>
        <td data-label={words.successor}>{successor?.title ?? entry.successor}</td>
        <td>
          {isOpen && !isEnding && (
            <Button
              size="small"
              aria-label={`${words.endCode} ${entry.title}`}
              onClick={() => setEnding(true)}
            >
              {words.endCode}
            </Button>
          )}
        </td>
      </tr>
      {isEnding && (
        <tr>
          <td colSpan={6}>
            <OpenedForm name={name}>
              <EndCodeForm list={list} entry={entry} close={() => setEnding(null)} />
            </OpenedForm>
          </td>
        </tr>
      )}
    </>
  );
}
