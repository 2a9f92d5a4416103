import { Alert, Button } from 'antd';
import { useLocation } from 'wouter';
import { type CaseView, type HomeView, useCases, useHome, useStartApplication } from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page, useNotify } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { usePopups } from '#renderer/popups/index.ts';
import { StaffFrame } from '#renderer/staff/index.ts';
import { Deadline } from '../Deadline.tsx';
import { noticesOf } from '../opinions/opinions.ts';
import { ApplicationCard } from './ApplicationCard.tsx';

/** The state of the applications, opinions, and what may be started. */
export function Home() {
  const words = useWords(applicantWords);
  const home = useHome();
  const cases = useCases(home.data?.applications.map(({ id }) => id) ?? []);
  return (
    <StaffFrame notices={cases.flatMap(noticesOf)}>
      <Page title={words.mine} aside={<Deadline view={onlyOne(home.data, cases)} />}>
        {home.isPending && <Loading />}
        {home.isError && <Failed error={home.error} retry={() => home.refetch()} />}
        {home.data && <HomeContent home={home.data} />}
      </Page>
    </StaffFrame>
  );
}

/** The application that the whole page is about: a returned one has longer than its cycle is open. */
const onlyOne = (home: HomeView | undefined, cases: CaseView[]): CaseView | undefined =>
  home?.applications.length === 1 && home.offered.length === 0 ? cases[0] : undefined;

function HomeContent({ home }: { home: HomeView }) {
  const words = useWords(applicantWords);
  return (
    <>
      {home.applications.length === 0 && <Empty>{words.noApplications}</Empty>}
      {home.applications.map((application) => (
        <ApplicationCard key={application.id} application={application} among={home.applications.length} />
      ))}
      {home.blockedBy && (
        <Alert type="warning" showIcon title={words.blockedBy[home.blockedBy] ?? home.blockedBy} />
      )}
      <Offered home={home} />
      {home.withheld.map((one) => (
        <p key={one.categories.join()} className="quiet">
          {words.withheld[one.reason](one)}
        </p>
      ))}
    </>
  );
}

function Offered({ home }: { home: HomeView }) {
  const words = useWords(applicantWords);
  const notify = useNotify();
  const popup = usePopups();
  const start = useStartApplication();
  const [, navigate] = useLocation();
  const { offered } = home;
  const quiet = home.applications.length > 0 || home.blockedBy !== null;
  if (offered.length === 0) return quiet ? null : <p className="quiet">{words.noOffered}</p>;
  const begin = (id: string) =>
    start.mutate(id, { onSuccess: (made) => navigate(`/applications/${made.id}`), onError: notify.failure });
  const ask = (id: string, title: string) =>
    popup(({ modal }) =>
      modal.confirm({
        title: words.startTitle(title),
        content: words.startText(home.most),
        okText: words.start,
        cancelText: words.startCancel,
        onOk: () => begin(id),
      }),
    );
  return (
    <section className="offered">
      <h2>{words.offered}</h2>
      <ul>
        {offered.map(({ id, title, description }) => (
          <li key={id}>
            <div>
              <h3>{title}</h3>
              {description && <p className="quiet">{description}</p>}
            </div>
            <Button
              onClick={() => ask(id, title)}
              loading={start.isPending && start.variables === id}
              aria-label={`${words.start} ${title}`}
            >
              {words.start}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
