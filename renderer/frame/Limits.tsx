import { frameWords, useWords } from '#renderer/locales/index.ts';
import { useTimes } from './time.tsx';

/** A moment, or the last day, and what it is called. */
type Limit = { at: string; title: string | null };

/** Until when a case may stand where it stands; nothing where no time limit leads it on. */
export function Limits({ limits }: { limits: Limit[] }) {
  const words = useWords(frameWords);
  const { formatTime } = useTimes();
  if (limits.length === 0) return null;
  const texts = limits.map(({ at, title }) =>
    words.limit(title ?? words.limitTitle, at.length === 'YYYY-MM-DD'.length ? at : formatTime(at)),
  );
  return <span className="quiet">{texts.join(' · ')}</span>;
}
