import { compileLogic } from '#core/compile/index.ts';
import { asObject, asText } from '#core/json/index.ts';
import type { CaseState, CompiledEdition, CompiledRoute, Json, Logic, RuleData } from '#core/model/index.ts';
import { infoOf } from './call.ts';
import { byTime, earliest } from './moments.ts';
import { transitionsOf } from './permissions.ts';
import { leavingLimits } from './time-limits.ts';

type Compute = (logic: Logic) => Json;

/**
 * Until when an event may be fired, as its guards, its conditions and the time limits of its state say: a date and
 * time, or the last day; null where they say nothing. Read are `now` at most a moment, and at most so many days between a moment and `now`, also inside `and`.
 */
export function deadlineOf(
  edition: CompiledEdition,
  compiled: CompiledRoute,
  state: CaseState,
  { type, by }: { type: string; by: string },
  data: RuleData,
): string | null {
  const compute: Compute = (logic) => {
    try {
      return compileLogic(logic, edition.scope).run(data);
    } catch {
      // What cannot be computed sets no time.
      return null;
    }
  };
  const open = infoOf(compiled, state).nodes.flatMap((node) =>
    transitionsOf(node, compiled.definition).map((one) => ({ ...one, path: node.path.join('.') })),
  );
  const ways = open.filter(({ event, params }) => event === type && params.by?.includes(by));
  const guards = ways.map(({ params }) => params.when);
  const limits = leavingLimits(edition, compiled, state, data).filter((limit) =>
    ways.every(({ path }) => isWithin(path, limit.state)),
  );
  const conditions = (compiled.definition.events[type]?.conditions ?? [])
    .filter(({ severity, when }) => severity === 'block' && (when === undefined || compute(when)))
    .map(({ require }) => require);
  const sooner = latest(guards.map((guard) => earliest(boundsOf(guard, compute))));
  return earliest([
    ...conditions.flatMap((one) => boundsOf(one, compute)),
    ...(sooner ? [sooner] : []),
    ...limits.map(({ at }) => at),
  ]);
}

/** A state is left with whatever it stands in. */
const isWithin = (path: string, state: string): boolean => path === state || path.startsWith(`${state}.`);

/** Of several transitions one that is open is enough; one without a limit is always open. */
const latest = (ends: (string | null)[]): string | null =>
  ends.some((end) => end === null) ? null : ([...ends].sort(byTime).at(-1) ?? null);

function boundsOf(logic: Json, compute: Compute): string[] {
  const [[name = '', value = null] = []] = Object.entries(asObject(logic));
  if (!Array.isArray(value)) return [];
  if (name === 'and') return value.flatMap((one) => boundsOf(one, compute));
  const [left = null, right = null] = name.startsWith('>') ? [value[1], value[0]] : value;
  if (!['<', '<=', '>', '>='].includes(name)) return [];
  if (isNow(left)) return instant(compute(right));
  const days = asObject(left).days;
  if (!Array.isArray(days) || !isNow(days[1])) return [];
  const most = compute(right);
  return typeof most === 'number' ? instant(compute({ addDays: [days[0] ?? null, last(most, name)] })) : [];
}

const last = (most: number, operator: string): number => (operator.endsWith('=') ? most : most - 1);

/** `now`, or the day of it. */
function isNow(logic: Json | undefined): boolean {
  const { var: path, date } = asObject(logic);
  return path === 'now' || (date !== undefined && isNow(date));
}

function instant(value: Json): string[] {
  const text = asText(value);
  return text !== undefined && !Number.isNaN(Date.parse(text)) ? [text] : [];
}
