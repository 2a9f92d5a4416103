import { Alert, Button, Radio } from 'antd';
import { type FormEvent, useId } from 'react';
import { Link } from 'wouter';
import type { StarterList } from '#core/model/wire/index.ts';
import { messageOf, useStarters } from '#renderer/api/index.ts';
import { Failed, Loading, Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { apiWords, beginWords, useLocale, useWords } from '#renderer/locales/index.ts';
import './begin.css';
import { Line, type Page as PageOf } from './fields.tsx';
import type { Account } from './model/typed.ts';
import { Organisations } from './Organisations.tsx';
import { Questions } from './Questions.tsx';
import { starterOf, useBegin } from './useBegin.ts';

/** A new programme on one page: name, organisations, account forms, a form, its route, its sheet and list. */
export default function BeginPage() {
  const words = useWords(beginWords);
  const sentences = useWords(apiWords);
  const { make, isMaking, error, ...page } = useBegin();
  const { typed, change, faults } = page;
  const year = /^2\d{3}$/.test(typed.year.trim()) ? Number(typed.year) : new Date().getFullYear();
  const starters = useStarters(useLocale(), year);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void make(starters.isPlaceholderData ? undefined : starters.data);
  };
  return (
    <Page
      title={
        <>
          {words.begin} <HelpMark topic="begin" />
        </>
      }
    >
      <p>
        <Link href="/policy/drafts">{words.back}</Link> <span className="quiet">{words.hint}</span>
      </p>
      {starters.isPending && <Loading />}
      {starters.isError && <Failed error={starters.error} retry={() => starters.refetch()} />}
      <form className="begin" noValidate aria-label={words.begin} onSubmit={submit}>
        <section aria-labelledby="head-name">
          <h2 id="head-name">{words.name}</h2>
          <Line
            {...{ faults, name: 'title', label: words.title, hint: words.titleHint, value: typed.title }}
            onChange={(title) => change({ title })}
          />
          <Line
            {...{ faults, name: 'year', label: words.year, hint: words.yearHint, value: typed.year }}
            maxLength={4}
            onChange={(next) => change({ year: next })}
          />
        </section>
        <Organisations {...page} />
        <Accounts {...page} />
        <FormPart {...page} />
        <RoutePart {...page} starters={starters.data} />
        <PaperPart {...page} />
        {faults.size > 0 && <Alert type="error" showIcon role="alert" title={words.sum(faults.size)} />}
        {error && <Alert type="error" showIcon role="alert" title={messageOf(error, sentences)} />}
        <div>
          <Button type="primary" htmlType="submit" loading={isMaking}>
            {words.make}
          </Button>
        </div>
      </form>
    </Page>
  );
}

const ACCOUNTS = ['people', 'organisation'] as const;

function Accounts({ typed, change, faults }: PageOf) {
  const words = useWords(beginWords);
  return (
    <section aria-labelledby="head-accounts">
      <h2 id="head-accounts">{words.accounts}</h2>
      <p className="quiet">{words.accountsHint}</p>
      {ACCOUNTS.map((name) => {
        const update = (patch: Partial<Account>) => change({ [name]: { ...typed[name], ...patch } });
        return (
          <div key={name} className="begin-part">
            <Line
              {...{ faults, name, label: words[name], value: typed[name].title }}
              onChange={(title) => update({ title })}
            />
            <h3>{words.more}</h3>
            <Questions
              {...{ faults, name, questions: typed[name].questions }}
              registers
              onChange={(questions) => update({ questions })}
            />
          </div>
        );
      })}
    </section>
  );
}

function FormPart({ typed, change, faults }: PageOf) {
  const words = useWords(beginWords);
  return (
    <section aria-labelledby="head-form">
      <h2 id="head-form">{words.formPart}</h2>
      <Line
        {...{ faults, name: 'form', label: words.form, hint: words.formHint, value: typed.form }}
        onChange={(form) => change({ form })}
      />
      <Line
        {...{ faults, name: 'section', label: words.section, value: typed.section }}
        onChange={(section) => change({ section })}
      />
      <h3>{words.questions}</h3>
      {faults.has('more') && <p className="problem">{words.faults.noQuestions}</p>}
      <Questions
        {...{ faults, name: 'question', questions: typed.questions }}
        onChange={(questions) => change({ questions })}
      />
    </section>
  );
}

function RoutePart({ typed, change, starters }: PageOf & { starters: StarterList | undefined }) {
  const words = useWords(beginWords);
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.route}</h2>
      <Radio.Group
        className="choice-lines"
        aria-labelledby={id}
        value={starterOf(starters, typed.route)?.id}
        onChange={({ target }) => change({ route: target.value })}
      >
        {starters?.routes.map(({ id: route, title, text }) => (
          <Radio key={route} value={route}>
            {title}
            <span className="quiet">{text}</span>
          </Radio>
        ))}
      </Radio.Group>
    </section>
  );
}

function PaperPart({ typed, change, faults }: PageOf) {
  const words = useWords(beginWords);
  return (
    <section aria-labelledby="head-paper">
      <h2 id="head-paper">{words.paper}</h2>
      <Line
        {...{ faults, name: 'sheet', label: words.sheet, hint: words.sheetHint, value: typed.sheet }}
        onChange={(sheet) => change({ sheet })}
      />
      <Line
        {...{ faults, name: 'roster', label: words.roster, hint: words.rosterHint, value: typed.roster }}
        onChange={(roster) => change({ roster })}
      />
    </section>
  );
}
