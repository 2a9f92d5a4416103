import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import {
  type ActionView,
  type CaseView,
  type EventView,
  fireEvent,
  readCase,
  useCase,
  useSession,
} from '#renderer/api/index.ts';
import {
  ConflictDialog,
  OpenCase,
  SaveLine,
  Section,
  useOpenCase,
  useSnapshot,
} from '#renderer/form/index.ts';
import { Empty, Failed, Loading, Page, useNotify, useTimes } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { registrationWords, useWords } from '#renderer/locales/index.ts';
import { goToSummary, Summary } from '#renderer/plain-forms/index.ts';
import { StaffFrame } from '#renderer/staff/index.ts';
import { ScopedPicker } from './ScopedPicker.tsx';
import { Sent } from './Sent.tsx';

/** One's own registration: its state, the opinion, and its correction where it was refused. */
export function OwnPage() {
  const words = useWords(registrationWords);
  const session = useSession();
  const [, navigate] = useLocation();
  const [sent, setSent] = useState<{ username: string; parent: string } | null>(null);
  const id = session.data?.registration ?? null;
  if (sent) {
    const leave = () => void session.refetch().then(() => navigate('/', { replace: true }));
    return <Sent username={sent.username} parent={sent.parent} leave={leave} />;
  }
  const username = session.data?.user.username ?? '';
  return (
    <StaffFrame>
      {id === null ? (
        <Page title={words.own}>
          <Empty>{words.unknownForm}</Empty>
        </Page>
      ) : (
        <Own id={id} onSent={(parent) => setSent({ username, parent })} />
      )}
    </StaffFrame>
  );
}

function Own({ id, onSent }: { id: string; onSent: (parent: string) => void }) {
  const view = useCase(id);
  if (view.isPending) return <Loading />;
  if (!view.data) return <Failed error={view.error} retry={() => view.refetch()} />;
  return (
    <OpenCase view={view.data}>
      <Opened view={view.data} onSent={onSent} />
      <ConflictDialog />
    </OpenCase>
  );
}

/**
 * Handing it in again may end the session: an account that waits for a decision may have no access. So the page first
 * says what comes next.
 */
function Opened({ view, onSent }: { view: CaseView; onSent: (parent: string) => void }) {
  const words = useWords(registrationWords);
  const notify = useNotify();
  const { store } = useOpenCase();
  const problems = useSnapshot(({ live }) => live.problems);
  const [firing, setFiring] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const [attempt, setAttempt] = useState(0);
  const own = view.actions.filter(({ by }) => by === 'applicant');
  const run = async ({ event }: ActionView) => {
    await store.flush();
    if (problems.some(({ severity }) => severity === 'block')) return setAttempt((before) => before + 1);
    setFiring(true);
    try {
      // A corrected name changes the version of the registration itself, so it is fetched again after the last save.
      const { version } = await readCase(view.id);
      await fireEvent(view.id, { event, version });
      onSent(view.organisation);
    } catch (error) {
      notify.failure(error);
      setFiring(false);
    }
  };
  useEffect(() => {
    if (attempt > 0) goToSummary(summary.current);
  }, [attempt]);
  return (
    <Page
      title={
        <>
          {words.own} <HelpMark topic="registration" />
        </>
      }
      aside={view.editingAs === null ? null : <SaveLine />}
      actions={
        own.length > 0 &&
        own.map((action) => (
          <Button
            key={action.event}
            type={action.primary ? 'primary' : 'default'}
            danger={action.danger}
            loading={firing}
            onClick={() => void run(action)}
          >
            {action.title}
          </Button>
        ))
      }
    >
      <p className="own-state">
        <span>
          {words.ownState}：<strong>{view.stateTitle}</strong>
        </span>
        <span className="quiet">{view.organisation}</span>
      </p>
      <Refusal view={view} />
      {attempt > 0 && <Summary ref={summary} credentials={{}} problems={problems} />}
      <ScopedPicker>
        {store.category.definition.pages.flatMap(({ sections }) =>
          sections.map((section) => (
            <Section key={section} id={section} revealed={view.editingAs !== null} />
          )),
        )}
      </ScopedPicker>
      <History events={view.events} />
    </Page>
  );
}

/** The last opinion, while it is this person's turn to answer it. */
function Refusal({ view }: { view: CaseView }) {
  const words = useWords(registrationWords);
  const last = view.events.at(-1);
  if (view.editingAs !== 'applicant') {
    return <Alert type="info" showIcon title={words.locked(view.stateTitle)} className="own-alert" />;
  }
  if (!last || last.by === 'applicant') return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="note"
      className="own-alert"
      title={words.refused(last.organisation ?? last.byTitle)}
      description={
        <>
          {textsOf(last).map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>{words.refusedHint}</p>
        </>
      }
    />
  );
}

function History({ events }: { events: EventView[] }) {
  const words = useWords(registrationWords);
  const { formatTime } = useTimes();
  if (events.length === 0) return null;
  return (
    <section className="own-history" aria-label={words.history}>
      <h2>{words.history}</h2>
      <ol>
        {events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at}>{formatTime(event.at)}</time> {event.organisation ?? event.who} ·{' '}
            {event.title}
            {textsOf(event).map((text) => (
              <p key={text}>{text}</p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

const textsOf = (event: EventView): string[] =>
  Object.values(event.input).flatMap((value) => (typeof value === 'string' && value.trim() ? [value] : []));
