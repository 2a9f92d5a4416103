import { Alert } from 'antd';
import { useReplays, useSession } from '#renderer/api/index.ts';
import { Empty, Failed, Loading } from '#renderer/frame/index.ts';
import { replayWords, useWords } from '#renderer/locales/index.ts';
import { ReplayRun } from './ReplayRun.tsx';
import './replay.css';
import { StartForm } from './StartForm.tsx';

type Props = {
  draft: string;
  /** As the page has the draft; it asks anew where that changes. */
  source?: string;
  /** The cycle of the draft that the reader is at. */
  target?: string;
};

/** The replays of a draft: numbers for everybody here, the button and the names for those who may replay. */
export function ReplayPanel({ draft, source, target }: Props) {
  const words = useWords(replayWords);
  const replays = useReplays(draft, source);
  const mayReplay = useSession().data?.user.abilities.includes('replay') ?? false;
  if (replays.isError) return <Failed error={replays.error} retry={() => replays.refetch()} />;
  if (!replays.data) return <Loading />;
  const list = replays.data;
  const isBusy = list.replays.some(({ status }) => status === 'waiting' || status === 'running');
  return (
    <>
      <p className="quiet">{words.hint}</p>
      {!mayReplay && <p className="quiet">{words.hintCounts}</p>}
      {!list.isOpen && <Alert type="warning" showIcon title={words.closed} />}
      {mayReplay && list.isOpen && !isBusy && (
        <StartForm key={target ?? ''} draft={draft} list={list} target={target} />
      )}
      {list.replays.length === 0 && <Empty>{words.none}</Empty>}
      {list.replays.map((replay, index) => (
        <ReplayRun
          key={replay.id}
          replay={replay}
          isOutdated={replay.source !== list.source}
          isLatest={index === 0}
          mayReplay={mayReplay}
        />
      ))}
    </>
  );
}
