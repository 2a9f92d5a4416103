import { compileLogic } from '#core/compile/index.ts';
import { asObject, asText } from '#core/json/index.ts';
import type { CaseState, CompiledEdition, CompiledRoute, Json, Logic, RuleData } from '#core/model/index.ts';
import { infoOf } from './call.ts';
import { transitionsOf } from './permissions.ts';

type Compute = (logic: Logic) => Json;

/**
 * Until when an event may be fired, as its guards and conditions say: a date and time, or the last day; null where they
 * say nothing. Read are `now` at most a moment, and at most so many days between a moment and `now`, also inside `and`.
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
  const open = infoOf(compiled, state).nodes.flatMap((node) => transitionsOf(node, compiled.definition));
  const guards = open
    .filter(({ event, params }) => event === type && params.by?.includes(by))
    .map(({ params }) => params.when);
  const conditions = (compiled.definition.events[type]?.conditions ?? [])
    .filter(({ severity, when }) => severity === 'block' && (when === undefined || compute(when)))
    .map(({ require }) => require);
  const sooner = latest(guards.map((guard) => earliest(boundsOf(guard, compute))));
  return earliest([...conditions.flatMap((one) => boundsOf(one, compute)), ...(sooner ? [sooner] : [])]);
}

/** Of several transitions one that is open is enough; one without a limit is always open. */
const latest = (ends: (string | null)[]): string | null =>
  ends.some((end) => end === null) ? null : ([...ends].sort(byTime).at(-1) ?? null);

const earliest = (ends: string[]): string | null => [...ends].sort(byTime)[0] ?? null;

const byTime = (a: string | null, b: string | null): number => endOf(a) - endOf(b);

/** A day lasts until it ends. */
const endOf = (text: string | null): number =>
  Date.parse(text ?? '') + (text?.length === 'YYYY-MM-DD'.length ? DAY : 0);

const DAY = 86_400_000;

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
