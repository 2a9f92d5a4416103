import type { CaseContext, JsonObject, StateInfo, Timer } from '#core/model/index.ts';

type Timers = Readonly<Record<string, Timer>>;
type Change = (timers: Timers, limit: JsonObject, now: string) => Record<string, Timer>;

/** What happens to the timers of a case when a state with time limits is entered, left, or one of them is over. */
export const timerActions: Record<string, Change> = {
  'timer.start': (timers, { state }, now) => ({ ...timers, [String(state)]: { since: now, fired: [] } }),
  'timer.stop': (timers, { state }) =>
    Object.fromEntries(Object.entries(timers).filter(([path]) => path !== state)),
  'timer.fired': (timers, { state, key }) => {
    const timer = timers[String(state)];
    return timer
      ? { ...timers, [String(state)]: { ...timer, fired: [...timer.fired, String(key)] } }
      : { ...timers };
  },
};

/** The timers of a case that begins. */
export function firstTimers(
  { nodes }: StateInfo,
  limits: Record<string, string[]>,
  now: string,
): Pick<CaseContext, 'timers'> {
  const timed = nodes.map(({ path }) => path.join('.')).filter((path) => Object.hasOwn(limits, path));
  if (timed.length === 0) return {};
  return { timers: Object.fromEntries(timed.map((path) => [path, { since: now, fired: [] }])) };
}
