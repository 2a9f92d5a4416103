import type { ProgrammeView } from '#renderer/api/index.ts';
import { timeLeft, useTimes } from '#renderer/frame/index.ts';
import { type LoginWords, loginWords, useWords } from '#renderer/locales/index.ts';

type Cycle = ProgrammeView['cycle'];

/** When the cycle is open, and whether it is now. */
export function CycleWindow({ cycle }: { cycle: Cycle }) {
  const words = useWords(loginWords);
  const { formatTime } = useTimes();
  return (
    <p>
      {words.window}{' '}
      <span className="dates">{words.until(formatTime(cycle.opensAt), formatTime(cycle.closesAt))}</span>
      <strong>{stateOf(cycle, Date.now(), words)}</strong>
    </p>
  );
}

function stateOf({ opensAt, closesAt }: Cycle, now: number, words: LoginWords): string {
  if (now < Date.parse(opensAt)) return words.notOpenYet;
  const left = timeLeft(closesAt, now);
  return left ? words.open(left.days, left.hours) : words.closed;
}
