import { lazy } from 'react';
import { Redirect, Route, Switch, useRoute } from 'wouter';
import { useDraft, usePolicy, useSession } from '#renderer/api/index.ts';
import { Failed, Frame, Loading, type MenuGroup } from '#renderer/frame/index.ts';
import { draftWords, policyWords, useWords } from '#renderer/locales/index.ts';
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

const PAGES = ['overview', 'forms', 'charts', 'unconfirmed'] as const;
const at = (page: string): string => `/policy/${page}`;

/** The desk of policy staff: what is served, what of it is still open, and what comes next. */
export default function PolicyDesk() {
  const [isPreview] = useRoute('/policy/preview');
  const [, opened] = useRoute('/policy/drafts/:id/*?');
  const [, compared] = useRoute(`${REPLAYS}/compare/:replay/:case`);
  const [isReplays, replayed] = useRoute(`${REPLAYS}/:id?`);
  const abilities = useSession().data?.user.abilities ?? [];
  const seesDrafts = abilities.includes('definitions') || abilities.includes('publish');
  const id = opened?.id;
  if (isPreview) return <PreviewPage />;
  if (compared)
    return (
      <Frame menu={[]}>
        <SideBySidePage replay={compared.replay} application={compared.case} />
      </Frame>
    );
  if (isReplays || !seesDrafts) return <Replays id={replayed?.id} />;
  return id === undefined ? <Published /> : <Drafted id={id} />;
}

/** For those who replay drafts, whether they work on drafts or not. */
const Replays = ({ id }: { id: string | undefined }) => (
  <Frame menu={[]}>
    <ReplaysPage id={id} />
  </Frame>
);

function Published() {
  const policy = usePolicy();
  const { policyGroup, draftsGroup } = useGroups(policy.data?.unconfirmed.length);
  return (
    <Frame menu={[draftsGroup, policyGroup]} menuTitle={policy.data?.cycle}>
      {policy.isPending && <Loading />}
      {policy.isError && <Failed error={policy.error} retry={() => policy.refetch()} />}
      {policy.data && (
        <Switch>
          <Route path={at('drafts')} component={DraftsPage} />
          <Route path={at('new')} component={BeginPage} />
          <Route path={at('publications')} component={PublicationsPage} />
          <Route path={at('overview')}>
            <Overview policy={policy.data} />
          </Route>
          <Route path={at('forms')}>
            <Forms forms={policy.data.forms} />
          </Route>
          <Route path={at('charts')}>
            <Charts charts={policy.data.charts} />
          </Route>
          <Route path={at('unconfirmed')}>
            <UnconfirmedParts parts={policy.data.unconfirmed} />
          </Route>
          <Route>
            <Redirect to={at('overview')} replace />
          </Route>
        </Switch>
      )}
    </Frame>
  );
}

/** A draft with the menu of its rooms. */
function Drafted({ id }: { id: string }) {
  const words = useWords(draftWords);
  const draft = useDraft(id);
  const { draftsGroup } = useGroups();
  const rooms: MenuGroup = {
    id: 'rooms',
    title: draft.data?.title ?? words.drafts,
    entries: ROOM_IDS.map((room) => ({
      id: room,
      title: words.rooms[room],
      path: draftPath(id, room),
      ...(room === 'changes' && draft.data ? { badge: draft.data.changes.length } : {}),
    })),
  };
  return (
    <Frame menu={[rooms, draftsGroup]}>
      <DraftDesk key={id} id={id} />
    </Frame>
  );
}

/** The groups of the menu that do not hang on a draft; `unconfirmed`: how many parts wait to be confirmed. */
function useGroups(unconfirmed?: number): { policyGroup: MenuGroup; draftsGroup: MenuGroup } {
  const words = useWords(policyWords);
  const draft = useWords(draftWords);
  const entries = PAGES.map((page) => ({
    id: page,
    title: words[page],
    path: at(page),
    ...(page === 'unconfirmed' && unconfirmed !== undefined ? { badge: unconfirmed } : {}),
  }));
  return {
    policyGroup: { id: 'policy', title: words.title, entries },
    draftsGroup: {
      id: 'drafts',
      title: draft.next,
      entries: [
        { id: 'list', title: draft.drafts, path: at('drafts') },
        { id: 'publications', title: draft.publications, path: at('publications') },
      ],
    },
  };
}
