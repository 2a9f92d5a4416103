import type { QueueRow } from '#renderer/api/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';

/** Hints on a case before it is opened: not read yet, handed in again. */
export function Hints({ row, unread }: { row: QueueRow; unread: boolean }) {
  const words = useWords(reviewWords);
  const hints = [
    unread && words.unread,
    row.round > 1 && `${words.resubmitted} ${words.roundOf(row.round)}`,
  ].filter(Boolean);
  if (hints.length === 0) return null;
  return (
    <span className="hints">
      {hints.map((hint) => (
        <span key={String(hint)} className="hint">
          {hint}
        </span>
      ))}
    </span>
  );
}
