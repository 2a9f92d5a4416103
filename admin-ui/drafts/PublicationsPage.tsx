import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PublicationList } from '#core/model/wire/index.ts';
import { messageOf, useActOnPublication, usePublications, useSession } from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page, useNotify, useTimes } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { apiWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { LineField, usePlainForm } from '#renderer/plain-forms/index.ts';
import { FactorField } from '../FactorField.tsx';

type Publication = PublicationList['publications'][number];
const HASH = 12;

/** The log of what was published, and the way back to an earlier one. */
export function PublicationsPage() {
  const words = useWords(draftWords);
  const log = usePublications();
  return (
    <Page
      title={
        <>
          {words.publications} <HelpMark topic="drafts" />
        </>
      }
    >
      {log.isPending && <Loading />}
      {log.isError && <Failed error={log.error} retry={() => log.refetch()} />}
      {log.data?.publications.length === 0 && <Empty>{words.noPublications}</Empty>}
      <ul className="drafts" aria-label={words.publications}>
        {log.data?.publications.map((publication, index, all) => (
          <PublicationLine
            key={`${publication.cycle}/${publication.number}`}
            publication={publication}
            isLast={all.findIndex(({ cycle }) => cycle === publication.cycle) === index}
          />
        ))}
      </ul>
    </Page>
  );
}

function PublicationLine({ publication, isLast }: { publication: Publication; isLast: boolean }) {
  const words = useWords(draftWords);
  const { formatTime } = useTimes();
  const session = useSession();
  const [isAsked, setAsked] = useState(false);
  const { cycle, number, act, edition, at, by, why } = publication;
  const publishes = session.data?.user.abilities.includes('publish') ?? false;
  return (
    <li>
      <strong>
        {cycle} · {number}
      </strong>{' '}
      {words.acts[act] ?? act} <code>{edition.slice(0, HASH)}</code>
      <div className="quiet">
        {words.by(by || words.folder, formatTime(at))}
        {why !== '' && ` · ${words.reason(why)}`}
      </div>
      {publishes && !isLast && !isAsked && act !== 'retire' && (
        <Button
          size="small"
          onClick={() => setAsked(true)}
          aria-label={`${words.rollBack} ${cycle} ${number}`}
        >
          {words.rollBack}
        </Button>
      )}
      {isAsked && <RollBackForm publication={publication} close={() => setAsked(false)} />}
    </li>
  );
}

function RollBackForm({ publication, close }: { publication: Publication; close: () => void }) {
  const words = useWords(draftWords);
  const sentences = useWords(apiWords);
  const notify = useNotify();
  const back = useActOnPublication();
  const { cycle, number } = publication;
  const form = usePlainForm({
    initialValues: { why: '', code: '' },
    validate: ({ why }) => (why.trim() === '' ? { why: words.missing } : {}),
    send: async ({ why, code }) => {
      const factor = code.trim() === '' ? {} : { code: code.trim() };
      await back.mutateAsync({ cycle, act: 'rollBack', number, why: why.trim(), ...factor });
      notify.success(words.rolledBack);
      close();
    },
  });
  return (
    <form className="change-form" noValidate aria-label={words.rollBack} onSubmit={form.submit}>
      <p>{words.rollBackTitle(number)}</p>
      <LineField
        {...form.line('why')}
        label={words.rollBackWhy}
        size="middle"
        autoComplete="off"
        maxLength={2000}
      />
      <FactorField {...form.line('code')} />
      {back.isError && <Alert type="error" showIcon role="alert" title={messageOf(back.error, sentences)} />}
      <div className="change-buttons">
        <Button type="primary" danger htmlType="submit" loading={back.isPending}>
          {words.rollBack}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}
