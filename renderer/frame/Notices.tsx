import { Link } from 'wouter';
import { frameWords, useWords } from '#renderer/locales/index.ts';
import { useTimes } from './time.tsx';

/** Something that this person should know: a decision, an opinion, a deadline. */
export type Notice = { id: string; title: string; text?: string; at: string; path: string };

/** The notices, newest first as they come, each a link to what it speaks of. */
export function NoticeList({ notices }: { notices: Notice[] }) {
  const words = useWords(frameWords);
  const { formatTime } = useTimes();
  if (notices.length === 0) return <p className="quiet">{words.noNotices}</p>;
  return (
    <ul className="notices">
      {notices.map((notice) => (
        <li key={notice.id}>
          <Link href={notice.path}>{notice.title}</Link>{' '}
          <time dateTime={notice.at}>{formatTime(notice.at)}</time>
          {notice.text && <p>{notice.text}</p>}
        </li>
      ))}
    </ul>
  );
}
