import { Button } from 'antd';
import { Link } from 'wouter';
import { type CaseView, type HomeView, useCase } from '../../api/index.ts';
import { Failed, formatTime, Loading } from '../../frame/index.ts';
import { applicantWords, useWords } from '../../locales/index.ts';
import { ReturnedBanner } from './ReturnedBanner.tsx';
import { Stations } from './Stations.tsx';

type Application = HomeView['applications'][number];

/** One application: where it is on its way, and below it what was said or who has it. */
export function ApplicationCard({ application }: { application: Application }) {
  const words = useWords(applicantWords);
  const view = useCase(application.id);
  const writable = view.data?.editingAs === 'applicant';
  return (
    <article className="application" aria-label={application.categoryTitle}>
      <header>
        <h2>{application.categoryTitle}</h2>
        <span className="state">{application.stateTitle}</span>
        <span className="quiet">
          {application.cycle} · {words.updated(formatTime(application.updatedAt))}
        </span>
      </header>
      {view.isPending && <Loading />}
      {view.isError && <Failed error={view.error} retry={() => view.refetch()} />}
      {view.data && (
        <>
          <Stations stations={view.data.stations} />
          <ReturnedBanner view={view.data} />
          <Waiting view={view.data} />
        </>
      )}
      <footer>
        <Link href={`/applications/${application.id}`} asChild>
          <Button type={writable ? 'primary' : 'default'}>{writable ? words.continue : words.view}</Button>
        </Link>
      </footer>
    </article>
  );
}

/** Waiting for whom, since when. */
function Waiting({ view }: { view: CaseView }) {
  const words = useWords(applicantWords);
  const station = view.stations.find(({ status }) => status === 'current');
  if (!station || view.editingAs === 'applicant') return null;
  return <p>{words.waiting(station.organisation ?? station.title, formatTime(station.since))}</p>;
}
