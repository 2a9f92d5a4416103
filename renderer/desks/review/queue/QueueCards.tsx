import { Checkbox } from 'antd';
import { Link } from 'wouter';
import { useTimes } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { summaryText, summaryTitles } from './columns.ts';
import { Hints } from './Hints.tsx';
import type { RowsProps } from './QueueTable.tsx';

/** The rows of a queue on a phone: a card each. */
export function QueueCards({ rows, selection, isUnread, pathOf }: RowsProps) {
  const words = useWords(reviewWords);
  const { formatTime } = useTimes();
  const titles = summaryTitles(rows, [words.name, words.organisation, words.category, words.state]);
  return (
    <ul className="queue-cards">
      {rows.map((row) => (
        <li key={row.id} className="card">
          <div className="card-head">
            {selection && (
              <Checkbox
                checked={selection.has(row.id)}
                onChange={() => selection.toggle(row.id)}
                aria-label={words.select(row.name)}
              />
            )}
            <Link href={pathOf(row)} data-case={row.id} className={isUnread(row) ? 'name unread' : 'name'}>
              {row.name}
            </Link>
            <Hints row={row} unread={isUnread(row)} />
          </div>
          <p className="quiet">
            {[row.organisation, row.categoryTitle, ...titles.map((title) => summaryText(row, title))]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="quiet">
            {row.stateTitle} · <time dateTime={row.since}>{formatTime(row.since)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
