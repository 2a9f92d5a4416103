import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PublicationList } from '#core/model/wire/index.ts';
import { messageOf, useActOnPublication, usePublications, useSession } from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page, useNotify, useTimes } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { apiWords, type DraftWords, draftWords, policyMenuWords, useWords } from '#renderer/locales/index.ts';
import { LineField, usePlainForm } from '#renderer/plain-forms/index.ts';
import { FactorField } from '../FactorField.tsx';

type Publication = PublicationList['publications'][number];
const HASH = 12;

/** The log of what was published, and the way back to an earlier one. */
export function PublicationsPage() {
  const words = useWords(draftWords);
  const title = useWords(policyMenuWords).publications;
  const log = usePublications();
  return (
    <Page
      title={
        <>
          {title} <HelpMark topic="drafts" />
        </>
      }
    >
      {log.isPending && <Loading />}
      {log.isError && <Failed error={log.error} retry={() => log.refetch()} />}
      {log.data?.publications.length === 0 && <Empty>{words.noPublications}</Empty>}
      <ul className="drafts" aria-label={title}>
        {log.data?.publications.map((publication, index, all) => (
          <PublicationLine
            key={`${publication.cycle}/${publication.number}`}
            publication={publication}
            isLast={all.findIndex(({ cycle }) => cycle === publication.cycle) === index}
            hasOthers={isServed(all.filter(({ cycle }) => cycle !== publication.cycle))}
          />
        ))}
      </ul>
    </Page>
  );
}

/** Whether one of these cycles begins new cases. The log is newest first. */
function isServed(log: Publication[]): boolean {
  const last = new Map(log.toReversed().map(({ cycle, act }) => [cycle, act]));
  return [...last.values()].some((act) => act !== 'retire');
}

type LineProps = {
  publication: Publication;
  isLast: boolean;
  /** Another cycle goes on, so that this one may end. */
  hasOthers: boolean;
};

function PublicationLine({ publication, isLast, hasOthers }: LineProps) {
  const words = useWords(draftWords);
  const { formatTime } = useTimes();
  const session = useSession();
  const [asked, setAsked] = useState<Act | null>(null);
  const { cycle, number, act, edition, at, by, why } = publication;
  const possible: Act = isLast ? 'retire' : 'rollBack';
  const isPossible = !isLast || hasOthers;
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
      {publishes && isPossible && asked === null && act !== 'retire' && (
        <Button
          size="small"
          onClick={() => setAsked(possible)}
          aria-label={`${titleOf(possible, words)} ${cycle} ${number}`}
        >
          {titleOf(possible, words)}
        </Button>
      )}
      {asked !== null && <ActForm act={asked} publication={publication} close={() => setAsked(null)} />}
    </li>
  );
}

type Act = 'rollBack' | 'retire';

const titleOf = (act: Act, words: DraftWords): string =>
  act === 'rollBack' ? words.rollBack : (words.acts.retire ?? act);

type FormProps = { act: Act; publication: Publication; close: () => void };

/** Goes back to an earlier publication, or ends new cases of the cycle; with the reason and a code. */
function ActForm({ act, publication, close }: FormProps) {
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
      const wanted = act === 'rollBack' ? { number } : {};
      await back.mutateAsync({ cycle, act, ...wanted, why: why.trim(), ...factor });
      notify.success(act === 'rollBack' ? words.rolledBack : words.retired);
      close();
    },
  });
  return (
    <form className="change-form" noValidate aria-label={titleOf(act, words)} onSubmit={form.submit}>
      <p>{act === 'rollBack' ? words.rollBackTitle(number) : words.retireText(cycle)}</p>
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
          {titleOf(act, words)}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}
