import { Suspense, useMemo } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { DraftView, SourceFiles } from '#core/model/wire/index.ts';
import { useDraft, useDraftFiles } from '#renderer/api/index.ts';
import { Failed, Loading } from '#renderer/frame/index.ts';
import { useDraftCheck } from './check/useDraftCheck.ts';
import { DraftContext, type Target } from './DraftContext.tsx';
import { DraftStrip } from './DraftStrip.tsx';
import { textsOfFiles } from './model/differences.ts';
import { cyclesOf, sourceFiles } from './model/files.ts';
import { draftPath } from './paths.ts';
import { PreviewPane } from './preview/PreviewPane.tsx';
import { ROOM_IDS, ROOMS } from './rooms/index.ts';
import { useRemembered } from './useRemembered.ts';
import './draft.css';
import './preview/pane.css';

/** A draft with its rooms, read again while one looks. */
export function DraftDesk({ id }: { id: string }) {
  const draft = useDraft(id);
  const files = useDraftFiles(id, draft.data?.source);
  const failed = [draft, files].find(({ isError }) => isError);
  if (failed) return <Failed error={failed.error} retry={() => failed.refetch()} />;
  if (!draft.data || !files.data) return <Loading />;
  return <Rooms view={draft.data} sources={files.data} />;
}

function Rooms({ view, sources }: { view: DraftView; sources: SourceFiles }) {
  const files = useMemo(() => sourceFiles(sources), [sources]);
  const cycles = useMemo(() => cyclesOf(files), [files]);
  const [chosen, choose] = useRemembered<string | null>(`${view.id}/cycle`, null);
  const [target, setTarget] = useRemembered<Target>(`${view.id}/target`, {});
  const [isShown, show] = useRemembered('preview', true);
  const texts = useMemo(() => textsOfFiles(sources.files), [sources]);
  const check = useDraftCheck(texts);
  const edition = cycles.find(({ definition }) => definition.edition.cycle.id === chosen) ?? cycles[0];
  if (!edition) return null;
  const cycle = edition.definition.edition.cycle.id;
  const isOpen = !['published', 'abandoned'].includes(view.status);
  return (
    <DraftContext value={{ view, files, edition, cycle, isOpen, target, setTarget }}>
      <DraftStrip
        view={view}
        cycles={cycles}
        cycle={cycle}
        choose={choose}
        check={check}
        preview={{ isShown, show }}
      />
      <div className={isShown ? 'draft-work with-preview' : 'draft-work'}>
        <Suspense key={cycle} fallback={<Loading />}>
          <Switch>
            {ROOM_IDS.map((room) => (
              <Route key={room} path={draftPath(view.id, room)} component={ROOMS[room]} />
            ))}
            <Route>
              <Redirect to={draftPath(view.id)} replace />
            </Route>
          </Switch>
        </Suspense>
        {isShown && <PreviewPane texts={texts} close={() => show(false)} />}
      </div>
    </DraftContext>
  );
}
