import { lazy } from 'react';
import { Redirect, Route, Switch, useRoute } from 'wouter';
import { useDraft, usePolicy, useSession } from '#renderer/api/index.ts';
import { Failed, Loading, type MenuGroup } from '#renderer/frame/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { policyPath, StaffFrame, seesDrafts, usePolicyMenu } from '#renderer/staff/index.ts';
import { Charts } from './Charts.tsx';
import { DraftDesk } from './draft/DraftDesk.tsx';
import { draftPath } from './draft/paths.ts';
import { ROOM_IDS } from './draft/rooms/index.ts';
import { DraftsPage } from './drafts/DraftsPage.tsx';
import { PublicationsPage } from './drafts/PublicationsPage.tsx';
import { REPLAYS, ReplaysPage } from './drafts/ReplaysPage.tsx';
import { SideBySidePage } from './drafts/SideBySidePage.tsx';
import { Forms } from './Forms.tsx';
import { Overview } from './Overview.tsx';
import './policy.css';
import { UnconfirmedParts } from './UnconfirmedParts.tsx';

/** It draws forms, which no other screen of policy staff does. */
const PreviewPage = lazy(() => import('./preview/PreviewPage.tsx'));
/** Only where there is no programme yet. */
const BeginPage = lazy(() => import('./begin/BeginPage.tsx'));

/** The desk of policy staff: what is served, what of it is still open, and what comes next. */
export default function PolicyDesk() {
  const [isPreview] = useRoute('/policy/preview');
  const [, opened] = useRoute('/policy/drafts/:id/*?');
  const [, compared] = useRoute(`${REPLAYS}/compare/:replay/:case`);
  const [isReplays, replayed] = useRoute(`${REPLAYS}/:id?`);
  const abilities = useSession().data?.user.abilities ?? [];
  const id = opened?.id;
  if (isPreview) return <PreviewPage />;
  if (compared)
    return (
      <StaffFrame>
        <SideBySidePage replay={compared.replay} application={compared.case} />
      </StaffFrame>
    );
  if (isReplays || !seesDrafts(abilities)) return <Replays id={replayed?.id} />;
  return id === undefined ? <Published /> : <Drafted id={id} />;
}

/** For those who replay drafts, whether they work on drafts or not. */
const Replays = ({ id }: { id: string | undefined }) => (
  <StaffFrame>
    <ReplaysPage id={id} />
  </StaffFrame>
);

function Published() {
  const policy = usePolicy();
  return (
    <StaffFrame>
      {policy.isPending && <Loading />}
      {policy.isError && <Failed error={policy.error} retry={() => policy.refetch()} />}
      {policy.data && (
        <Switch>
          <Route path={policyPath('drafts')} component={DraftsPage} />
          <Route path={policyPath('new')} component={BeginPage} />
          <Route path={policyPath('publications')} component={PublicationsPage} />
          <Route path={policyPath('overview')}>
            <Overview policy={policy.data} />
          </Route>
          <Route path={policyPath('forms')}>
            <Forms forms={policy.data.forms} />
          </Route>
          <Route path={policyPath('charts')}>
            <Charts charts={policy.data.charts} />
          </Route>
          <Route path={policyPath('unconfirmed')}>
            <UnconfirmedParts parts={policy.data.unconfirmed} />
          </Route>
          <Route>
            <Redirect to={policyPath('overview')} replace />
          </Route>
        </Switch>
      )}
    </StaffFrame>
  );
}

/** A draft with the menu of its rooms. */
function Drafted({ id }: { id: string }) {
  const words = useWords(draftWords);
  const draft = useDraft(id);
  const { drafts } = usePolicyMenu();
  const rooms: MenuGroup = {
    id: 'rooms',
    title: draft.data?.title ?? drafts.title,
    entries: ROOM_IDS.map((room) => ({
      id: room,
      title: words.rooms[room],
      path: draftPath(id, room),
      ...(room === 'changes' && draft.data ? { badge: draft.data.changes.length } : {}),
    })),
  };
  return (
    <StaffFrame first={rooms}>
      <DraftDesk key={id} id={id} />
    </StaffFrame>
  );
}
