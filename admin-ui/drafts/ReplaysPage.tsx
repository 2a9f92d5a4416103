import { Tag } from 'antd';
import { Link } from 'wouter';
import { useReplayedDrafts } from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, replayWords, useWords } from '#renderer/locales/index.ts';
import { ReplayPanel } from '../draft/rooms/replay/ReplayPanel.tsx';

export const REPLAYS = '/policy/replays';

/** The drafts for whoever replays them and edits none: the replay alone, nothing of the draft can be changed here. */
export function ReplaysPage({ id }: { id: string | undefined }) {
  const words = useWords(replayWords);
  return (
    <Page
      title={
        <>
          {words.title} <HelpMark topic="replay" />
        </>
      }
    >
      {id === undefined ? <Drafts /> : <Replays id={id} />}
    </Page>
  );
}

function Replays({ id }: { id: string }) {
  const words = useWords(replayWords);
  const drafts = useReplayedDrafts();
  const title = drafts.data?.drafts.find((draft) => draft.id === id)?.title;
  return (
    <>
      <p>
        <Link href={REPLAYS}>{words.back}</Link>
      </p>
      {title !== undefined && <h2>{title}</h2>}
      <ReplayPanel draft={id} />
    </>
  );
}

function Drafts() {
  const words = useWords(replayWords);
  const { statuses } = useWords(draftWords);
  const drafts = useReplayedDrafts();
  if (drafts.isError) return <Failed error={drafts.error} retry={() => drafts.refetch()} />;
  if (!drafts.data) return <Loading />;
  if (drafts.data.drafts.length === 0) return <Empty>{words.noDrafts}</Empty>;
  return (
    <ul className="drafts" aria-label={words.drafts}>
      {drafts.data.drafts.map(({ id, title, status, last }) => (
        <li key={id}>
          <Link href={`${REPLAYS}/${id}`}>{title}</Link>
          <Tag>{statuses[status] ?? status}</Tag>
          <span className="quiet">
            {last?.report ? words.strip(last.report.cases, last.report.changed) : words.none}
          </span>
        </li>
      ))}
    </ul>
  );
}
