import { Button } from 'antd';
import { useMemo } from 'react';
import { sourceText } from '#core/sentence/index.ts';
import { Empty, FilterInput, Page, useSearchInAddress } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { type FactRow, factRows } from '../model/facts.ts';
import { OpenedForm } from '../OpenedForm.tsx';
import { useOpened } from '../useUnsent.ts';
import { FactForm } from './FactForm.tsx';

/** Every number, day and list that a cycle names, with what it is for all and for single categories. */
export function NumbersRoom() {
  const words = useWords(draftWords);
  const { edition } = useOpenDraft();
  const { input, wanted } = useSearchInAddress('text');
  const rows = useMemo(() => factRows(edition.definition), [edition]);
  const shown = rows.filter(({ title, text }) => `${title} ${text}`.includes(wanted.trim()));
  return (
    <Page
      title={
        <>
          {words.rooms.numbers} <HelpMark topic="changing" />
        </>
      }
    >
      <p className="quiet">{words.numbersHint}</p>
      <search>
        <FilterInput label={words.searchFacts} input={input} maxLength={60} />
      </search>
      {shown.length === 0 && <Empty>{words.noFacts}</Empty>}
      <table className="draft-table">
        <thead>
          <tr>
            <th scope="col">{words.fact}</th>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.source}</th>
            <th>
              <span className="unseen">{words.change}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <FactLine key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </Page>
  );
}

function FactLine({ row }: { row: FactRow }) {
  const words = useWords(draftWords);
  const { isOpen } = useOpenDraft();
  const locale = useLocale();
  const name = `fact/${row.key}`;
  const [isChanging, setChanging] = useOpened<true>(name);
  const { title, category, text, fact } = row;
  return (
    <>
      <tr className={category && 'inherited'}>
        <th scope="row">{title}</th>
        <td data-label={words.where}>{category ? words.onlyFor(category.title) : words.everywhere}</td>
        <td data-label={words.value} className="number">
          {text} {fact?.text === undefined && typeof row.value === 'number' && fact?.unit}
        </td>
        <td data-label={words.source} className="quiet">
          {fact?.source && sourceText(fact.source, locale)}
        </td>
        <td>
          {isOpen && !isChanging && (
            <Button
              size="small"
              aria-label={`${words.change} ${title}${category ? ` ${category.title}` : ''}`}
              onClick={() => setChanging(true)}
            >
              {words.change}
            </Button>
          )}
        </td>
      </tr>
      {isChanging && (
        <tr>
          <td colSpan={5}>
            <OpenedForm name={name}>
              <FactForm row={row} close={() => setChanging(null)} />
            </OpenedForm>
          </td>
        </tr>
      )}
    </>
  );
}
