import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { type ActionView, type CaseView, type HomeView, useCase } from '#renderer/api/index.ts';
import { Failed, Limits, Loading, useTimes } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { FireDialog } from '../FireDialog.tsx';
import { Missing } from '../Missing.tsx';
import { lastWordOf, textsOf } from '../opinions/opinions.ts';
import { deskOf, ReturnedBanner } from '../opinions/ReturnedBanner.tsx';
import { Stations } from '../Stations.tsx';

type Application = HomeView['applications'][number];

/**
 * One application: where it is on its way, and below it what is missing, the last opinion, or who holds it. Among
 * several it says what it is about.
 */
export function ApplicationCard({ application, among }: { application: Application; among: number }) {
  const words = useWords(applicantWords);
  const { formatTime } = useTimes();
  const view = useCase(application.id);
  const writable = view.data?.editingAs === 'applicant';
  const about = among > 1 ? application.summary.map(({ text }) => text).filter((text) => text !== '') : [];
  return (
    <article className="application" aria-label={[application.categoryTitle, ...about].join(' · ')}>
      <header>
        <h2>{application.categoryTitle}</h2>
        {about.length > 0 && <span>{about.join(' · ')}</span>}
        <span className="state">{application.stateTitle}</span>
        <span className="quiet">
          {application.cycle} · {words.updated(formatTime(application.updatedAt))}
        </span>
      </header>
      {view.isPending && <Loading />}
      {view.isError && <Failed error={view.error} retry={() => view.refetch()} />}
      {view.data && <Progress view={view.data} />}
      <footer>
        <Link href={`/applications/${application.id}`} asChild>
          <Button type={writable ? 'primary' : 'default'}>{writable ? words.continue : words.view}</Button>
        </Link>
        {!writable && (
          <Link href={`/applications/${application.id}/sheets`} asChild>
            <Button>{words.sheetsPage}</Button>
          </Link>
        )}
        {view.data && <Actions view={view.data} />}
      </footer>
    </article>
  );
}

function Progress({ view }: { view: CaseView }) {
  return (
    <>
      <Stations stations={view.stations} />
      <ReturnedBanner view={view} />
      {view.editingAs === 'applicant' ? <Missing view={view} /> : <Waiting view={view} />}
      <LastWord view={view} />
      <Running view={view} />
    </>
  );
}

/** Who holds it and since when; nobody where the route has ended. */
function Waiting({ view }: { view: CaseView }) {
  const words = useWords(applicantWords);
  const { formatTime } = useTimes();
  const station = view.stations.find(({ status }) => status === 'current');
  if (!station || station.organisations.length === 0) return null;
  const names = station.organisations.join(words.separator);
  return <p>{words.waiting(names, formatTime(station.since))}</p>;
}

/** The time limits of the case, where no action of the applicant's says by when. */
function Running({ view }: { view: CaseView }) {
  const shown = view.actions.some(({ by, until }) => by === 'applicant' && until !== undefined);
  return shown || view.limits.length === 0 ? null : (
    <p>
      <Limits limits={view.limits} />
    </p>
  );
}

function LastWord({ view }: { view: CaseView }) {
  const { formatTime } = useTimes();
  const event = lastWordOf(view);
  if (!event) return null;
  return (
    <Alert
      className="last-word"
      type="info"
      title={`${deskOf(event)} · ${event.title} · ${formatTime(event.at)}`}
      description={<p className="words">{textsOf(event)[0]}</p>}
    />
  );
}

/**
 * Everything that the applicant may do to it now, each with its deadline. What checks answers or asks for some leads to
 * the page where it is done; what cannot be undone is drawn apart.
 */
function Actions({ view }: { view: CaseView }) {
  const [fired, setFired] = useState<ActionView | null>(null);
  const own = view.actions.filter(({ by }) => by === 'applicant');
  const sorted = [...own.filter(({ danger }) => !danger), ...own.filter(({ danger }) => danger)];
  return (
    <>
      {sorted.map((action) => (
        <span key={action.event} className={action.danger ? 'open-event apart' : 'open-event'}>
          <ActionButton view={view} action={action} fire={() => setFired(action)} />
          <Until action={action} />
        </span>
      ))}
      {fired && <FireDialog action={fired} view={view} close={() => setFired(null)} />}
    </>
  );
}

function ActionButton({ view, action, fire }: { view: CaseView; action: ActionView; fire: () => void }) {
  const elsewhere = action.input !== undefined || (action.primary && view.editingAs === 'applicant');
  if (!elsewhere)
    return (
      <Button danger={action.danger} onClick={fire}>
        {action.title}
      </Button>
    );
  return (
    <Link href={`/applications/${view.id}/confirm`} asChild>
      <Button danger={action.danger}>{action.title}</Button>
    </Link>
  );
}

function Until({ action }: { action: ActionView }) {
  const words = useWords(applicantWords);
  const { formatTime } = useTimes();
  if (action.until === undefined) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(action.until);
  return <small className="quiet">{words.until(isDay ? action.until : formatTime(action.until))}</small>;
}
