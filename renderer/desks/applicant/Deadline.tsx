import { useEffect, useState } from 'react';
import { useProgramme } from '#renderer/api/index.ts';
import { timeLeft, useTimes } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';

/** How long the cycle is still open, or from when it will be. */
export function Deadline() {
  const words = useWords(applicantWords);
  const { formatTime } = useTimes();
  const cycle = useProgramme().data?.cycle;
  const now = useNow(60_000);
  if (!cycle) return null;
  if (Date.parse(cycle.opensAt) > now) return <span>{words.opensAt(formatTime(cycle.opensAt))}</span>;
  const left = timeLeft(cycle.closesAt, now);
  return <span>{left ? words.deadline(left.days, left.hours) : words.closed}</span>;
}

function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
