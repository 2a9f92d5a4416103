import { useEffect } from 'react';
import { Redirect, Route, Switch, useSearch } from 'wouter';
import { isUnauthenticated, useQueueMenu, useSession } from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { firstQueue, StaffFrame } from '#renderer/staff/index.ts';
import { BoardPage } from './board/BoardPage.tsx';
import { CasePage } from './case/CasePage.tsx';
import { LastReadProvider } from './case/lastRead.tsx';
import { ExportsProvider } from './export/index.ts';
import { QueuePage } from './queue/QueuePage.tsx';
// In this order: later rules override earlier ones.
import './queue/queue.css';
import './case/case.css';
import './reading/reading.css';
import './viewer/viewer.css';
import './case/decision.css';
import './sizes.css';

/** The desk of whoever decides: queues of applications and of accounts alike, and the case that is read. */
export default function ReviewDesk() {
  return (
    <ExportsProvider>
      <LastReadProvider>
        <Switch>
          <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
          <Route>
            <Queues />
          </Route>
        </Switch>
      </LastReadProvider>
    </ExportsProvider>
  );
}

function Queues() {
  const menu = useQueueMenu();
  const { refetch } = useSession();
  const cycle = new URLSearchParams(useSearch()).get('cycle') ?? undefined;
  const loggedOut = isUnauthenticated(menu.error);
  useEffect(() => {
    if (loggedOut) void refetch();
  }, [loggedOut, refetch]);
  const first = menu.data && firstQueue(menu.data);
  return (
    <StaffFrame>
      {menu.isPending && <Loading />}
      {menu.isError && !menu.data && <Failed error={menu.error} retry={() => menu.refetch()} />}
      {menu.data && (
        <Switch>
          <Route path="/queues/:route/:queue/:event">
            {({ route, queue, event }) => (
              <BoardPage
                key={`${event}/${cycle}`}
                menu={menu.data}
                place={{ route, queue, cycle }}
                event={event}
              />
            )}
          </Route>
          <Route path="/queues/:route/:queue">
            {({ route, queue }) => (
              <QueuePage
                key={`${route}/${queue}/${cycle}`}
                menu={menu.data}
                place={{ route, queue, cycle }}
              />
            )}
          </Route>
          <Route>{first ? <Redirect to={first} replace /> : <NoQueues />}</Route>
        </Switch>
      )}
    </StaffFrame>
  );
}

function NoQueues() {
  const words = useWords(reviewWords);
  return (
    <Page>
      <Empty>{words.noQueues}</Empty>
    </Page>
  );
}
