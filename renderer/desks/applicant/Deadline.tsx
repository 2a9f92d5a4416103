import { useEffect, useState } from 'react';
import { windowOf } from '#core/form/index.ts';
import { type CaseView, useProgramme } from '#renderer/api/index.ts';
import { timeLeft, useTimes } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';

type Props = {
  /** The application that the page is about: its cycle may be another, and a returned one has longer. */
  view?: Pick<CaseView, 'facts' | 'state'> | undefined;
};

/** How long the cycle is still open, or from when it will be. */
export function Deadline({ view }: Props) {
  const words = useWords(applicantWords);
  const { formatTime } = useTimes();
  const window = useWindow(view);
  const now = useNow(60_000);
  if (!window) return null;
  if (Date.parse(window.opensAt) > now) return <span>{words.opensAt(formatTime(window.opensAt))}</span>;
  const left = timeLeft(window.until, now);
  return <span>{left ? words.deadline(left.days, left.hours) : words.closed}</span>;
}

/** The present cycle is read again and again; of one that is over the case knows what it was opened with. */
function useWindow(view: Props['view']): { opensAt: string; until: string } | undefined {
  const present = useProgramme().data?.cycle;
  const own = view?.facts.cycle;
  if (!own || own.id === present?.id)
    return present && { opensAt: present.opensAt, until: untilOf(present, view) };
  return { opensAt: own.opensAt, until: untilOf({ ...own, ...windowOf(own) }, view) };
}

const untilOf = (
  { closesAt, returnedUntil }: { closesAt: string; returnedUntil: string },
  view: Props['view'],
): string => ((view?.state.context.round ?? 0) > 0 ? returnedUntil : closesAt);

function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
