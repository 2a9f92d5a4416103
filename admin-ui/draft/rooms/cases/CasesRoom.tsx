import { Alert, Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { DraftView } from '#core/model/wire/index.ts';
import { Empty, FilterInput, Page, useSearchInAddress } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { casesWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { type CaseEntry, caseEntries } from '../../model/cases.ts';
import { MendCases } from '../release/MendCases.tsx';
import { CaseCard } from './CaseCard.tsx';
import { Coverage } from './Coverage.tsx';
import { useCaseResults } from './useCaseResults.ts';
import './cases.css';

const SHOWN = 60;

/** A case with the points in which it comes out otherwise; null while it is run. */
type Run = CaseEntry & { failures: string[] | null };

/** The examples of a cycle as cards, each with what it expects and what comes of it under the draft. */
export function CasesRoom() {
  const titles = useWords(draftWords);
  const words = useWords(casesWords);
  const { view, files, edition, isOpen } = useOpenDraft();
  const { cases, wrong } = useCaseResults(files);
  const { id } = edition.definition.edition;
  const entries = useMemo(() => caseEntries(edition), [edition]);
  const results = cases?.get(id);
  const runs = entries.map(
    (one): Run => ({
      ...one,
      failures: one.example.expects.sheets
        ? printedFailures(one, view)
        : (results?.find((result) => result.id === one.example.id)?.failures ?? null),
    }),
  );
  const held = runs.filter(({ failures }) => failures?.length === 0).length;
  return (
    <Page
      title={
        <>
          {titles.rooms.cases} <HelpMark topic="cases" />
        </>
      }
    >
      <p className="quiet">{words.hint}</p>
      {wrong.has(id) && <Alert type="error" showIcon title={words.wrong} />}
      <p role="status" className={results && held < runs.length ? 'problem' : 'quiet'}>
        {!results && !wrong.has(id) && words.running}
        {results && !wrong.has(id) && words.counts(held, runs.length)}
      </p>
      {isOpen && runs.some(isRed) && <MendCases />}
      <Coverage key={view.source} />
      <CaseList runs={runs} />
    </Page>
  );
}

/** What sheets print is known to the server alone. */
function printedFailures({ file }: CaseEntry, { problems }: DraftView): string[] {
  return problems
    .filter((one) => one.code === 'failing-case' && one.file === file)
    .map(({ message }) => message);
}

const isRed = ({ failures }: Run): boolean => failures !== null && failures.length > 0;

function CaseList({ runs }: { runs: Run[] }) {
  const words = useWords(casesWords);
  const { input, wanted } = useSearchInAddress('text');
  const [form, setForm] = useState('');
  const [onlyRed, setOnlyRed] = useState(false);
  const forms = new Map(runs.map(({ example, form: title }) => [example.category, title]));
  const shown = runs.filter(
    (one) =>
      one.example.name.includes(wanted.trim()) &&
      (form === '' || one.example.category === form) &&
      (!onlyRed || isRed(one)),
  );
  return (
    <>
      <search className="case-search">
        <FilterInput label={words.search} input={input} maxLength={60} />
        <Select
          className="draft-choice"
          aria-label={words.form}
          value={form}
          onChange={setForm}
          options={[
            { value: '', label: `${words.form}：${words.all}` },
            ...[...forms].map(([value, label]) => ({ value, label })),
          ]}
        />
        <Checkbox checked={onlyRed} onChange={(event) => setOnlyRed(event.target.checked)}>
          {words.onlyRed}
        </Checkbox>
      </search>
      {shown.length === 0 && <Empty>{words.none}</Empty>}
      <ul className="case-cards">
        {shown.slice(0, SHOWN).map((one) => (
          <CaseCard key={one.file} entry={one} failures={one.failures} />
        ))}
      </ul>
      {shown.length > SHOWN && <p className="quiet">{words.more(shown.length - SHOWN)}</p>}
    </>
  );
}
