import { CheckOutlined } from '@ant-design/icons';
import type { StationView } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';

/** The route as a line of stations: done, current, to come. */
export function Stations({ stations }: { stations: StationView[] }) {
  const words = useWords(applicantWords);
  const { formatTime } = useTimes();
  if (stations.length === 0) return null;
  return (
    <ol className="stations" aria-label={words.stations}>
      {stations.map((station) => (
        <li
          key={station.title}
          className={station.status}
          aria-current={station.status === 'current' ? 'step' : undefined}
        >
          <span className="dot" aria-hidden="true">
            {station.status === 'done' && <CheckOutlined aria-hidden="true" />}
          </span>
          <span className="unseen">{words[station.status]}</span>
          <span className="station-title">{station.title}</span>
          {station.organisations.length > 0 && (
            <span className="quiet">{station.organisations.join(words.separator)}</span>
          )}
          {station.since && <time className="quiet">{formatTime(station.since)}</time>}
        </li>
      ))}
    </ol>
  );
}
