import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Empty, FilterInput, Page, useSearchInAddress } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, rulesWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { type RuleEntry, ruleEntries, sentenceOf } from '../../model/rules.ts';
import { AddRule } from './AddRule.tsx';
import { RuleLine } from './RuleLine.tsx';
import { RuleTables } from './RuleTables.tsx';
import './rules.css';

/** A rule with its sentence. */
type Read = RuleEntry & { sentence: string };

/** Every rule of a cycle as a sentence, by what it is about; or those of one shape as tables. */
export function RulesRoom() {
  const titles = useWords(draftWords);
  const words = useWords(rulesWords);
  const { isOpen } = useOpenDraft();
  const [view, setView] = useState<'list' | 'table'>('list');
  const rules = useRules();
  return (
    <Page
      title={
        <>
          {titles.rooms.rules} <HelpMark topic="rules" />
        </>
      }
    >
      <p className="quiet">{words.hint}</p>
      <Segmented<'list' | 'table'>
        value={view}
        onChange={setView}
        options={[
          { value: 'list', label: words.list },
          { value: 'table', label: words.table },
        ]}
      />
      {view === 'list' ? <RuleList rules={rules} /> : <RuleTables rules={rules} />}
      {view === 'list' && isOpen && <AddRule />}
    </Page>
  );
}

function useRules(): Read[] {
  const locale = useLocale();
  const { edition } = useOpenDraft();
  return useMemo(
    () => ruleEntries(edition).map((one) => ({ ...one, sentence: sentenceOf(one.rule, one.scope, locale) })),
    [edition, locale],
  );
}

function RuleList({ rules }: { rules: Read[] }) {
  const words = useWords(rulesWords);
  const { input, wanted } = useSearchInAddress('text');
  const [heading, setHeading] = useState('');
  const [form, setForm] = useState('');
  const forms = new Map(rules.flatMap((one) => one.forms).map(({ id, title }) => [id, title]));
  const shown = rules.filter(
    (one) =>
      `${one.sentence} ${one.rule.message} ${one.rule.source ?? ''}`.includes(wanted.trim()) &&
      (heading === '' || one.heading === heading) &&
      (form === '' || one.forms.some(({ id }) => id === form)),
  );
  const headings = [...new Set(shown.map((one) => one.heading))];
  return (
    <>
      <search className="rule-search">
        <FilterInput label={words.search} input={input} maxLength={60} />
        <Choice
          label={words.group}
          value={heading}
          choose={setHeading}
          options={[...new Set(rules.map((one) => one.heading))].map((one) => [one, one])}
        />
        <Choice label={words.form} value={form} choose={setForm} options={[...forms]} />
      </search>
      <p className="quiet" role="status">
        {words.found(shown.length)}
      </p>
      {shown.length === 0 && <Empty>{words.none}</Empty>}
      {headings.map((one) => (
        <section key={one} className="rules" aria-label={one}>
          <h2>{one}</h2>
          <ul>
            {shown
              .filter((entry) => entry.heading === one)
              .map((entry) => (
                <RuleLine key={entry.key} entry={entry} sentence={entry.sentence} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  choose: (value: string) => void;
  options: [id: string, title: string][];
};

function Choice({ label, value, choose, options }: ChoiceProps) {
  const words = useWords(rulesWords);
  return (
    <Select
      className="draft-choice"
      aria-label={label}
      value={value}
      onChange={choose}
      options={[
        { value: '', label: `${label}：${words.all}` },
        ...options.map(([id, title]) => ({ value: id, label: title })),
      ]}
    />
  );
}
