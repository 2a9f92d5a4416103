import { Link } from 'wouter';
import { useReplays } from '#renderer/api/index.ts';
import { draftWords, replayWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { draftPath } from '../../paths.ts';
import '../replay/replay.css';
import { ReplayRun } from '../replay/ReplayRun.tsx';

/** What the last replay has found: numbers alone, whoever reads. */
export function LastReplay() {
  const words = useWords(draftWords);
  const own = useWords(replayWords);
  const { view } = useOpenDraft();
  const replays = useReplays(view.id, view.source).data?.replays ?? [];
  const last = replays.find(({ report }) => report !== null);
  return (
    <section className="findings" aria-label={words.rooms.replay}>
      <h2>{words.rooms.replay}</h2>
      {last ? (
        <ReplayRun replay={last} isOutdated={last.source !== view.source} isLatest mayReplay={false} />
      ) : (
        <p className="quiet">
          {own.none} <Link href={draftPath(view.id, 'replay')}>{own.title}</Link>
        </p>
      )}
    </section>
  );
}
