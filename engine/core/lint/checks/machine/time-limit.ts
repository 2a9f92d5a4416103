import { asObject, pointer } from '#core/json/index.ts';
import type { Json, JsonObject, RouteDefinition } from '#core/model/index.ts';
import { type Duration, parseDuration } from '#core/vocabulary/index.ts';
import type { Check, Finding, RouteSite } from '../../context.ts';
import { holdersOf, type StateSite } from '../../walk/states.ts';
import type { TransitionSite } from '../../walk/transitions.ts';

/** A time limit that is none, that never comes, or that does what only somebody can do. */
export const timeLimit: Check = {
  code: 'time-limit',
  run: ({ routes }) =>
    routes.flatMap((site) =>
      [
        ...ofDelays(site.route),
        ...site.states.flatMap((state) => ofState(state, site)),
        ...limitsIn(site).flatMap((found) => ofActions(found, site)),
      ].map((finding) => ({ ...finding, at: site.pointer + finding.at })),
    ),
};

type Found = Finding & { at: string };

const TEN_YEARS = 3_653;
const DAYS: Record<Duration['unit'], number> = {
  Y: 365.25,
  M: 30.4375,
  W: 7,
  D: 1,
  TH: 1 / 24,
  TM: 1 / 1440,
};
const daysOf = ({ count, unit }: Duration): number => count * DAYS[unit];

const limitsIn = ({ transitions }: RouteSite): TransitionSite[] =>
  transitions.filter(({ limit }) => limit !== undefined);

function ofDelays({ delays = {}, machine }: RouteDefinition): Found[] {
  return Object.entries(delays).flatMap(([id, delay]): Found[] => {
    const at = pointer('delays', id);
    const { after, at: date } = delay as { after?: string; at?: Json };
    if ((after === undefined) === (date === undefined)) return [{ at, sentence: 'time-limit.either' }];
    if (!isNamed(id, machine as JsonObject))
      return [{ at, sentence: 'time-limit.unused', severity: 'warning' }];
    return after === undefined ? [] : ofDuration(after, `${at}/after`);
  });
}

function isNamed(id: string, state: Json): boolean {
  const { after, states } = asObject(state);
  return (
    Object.hasOwn(asObject(after), id) || Object.values(asObject(states)).some((one) => isNamed(id, one))
  );
}

function ofDuration(key: string, at: string): Found[] {
  const duration = parseDuration(key);
  if (duration === null) return [{ at, params: { key } }];
  if (duration.count === 0) return [{ at, sentence: 'time-limit.zero', params: { key } }];
  return daysOf(duration) > TEN_YEARS ? [{ at, sentence: 'time-limit.long', params: { key } }] : [];
}

function ofState(state: StateSite, site: RouteSite): Found[] {
  const keys = Object.keys(asObject(state.state.after));
  const at = `${state.pointer}/after`;
  if (keys.length > 0 && (state.state.type === 'final' || state.state.type === 'history'))
    return [{ at, sentence: 'time-limit.final' }];
  const own = limitsIn(site).filter(({ from }) => from === state);
  return keys.flatMap((key) => {
    const place = at + pointer(key);
    const wrong = Object.hasOwn(site.route.delays ?? {}, key) ? [] : ofDuration(key, place);
    return [...wrong, ...ofLimit(key, own, site.route).map((finding) => ({ ...finding, at: place }))];
  });
}

/** What is wrong with a limit beside the other ones of its state. */
function ofLimit(key: string, own: TransitionSite[], route: RouteDefinition): Omit<Finding, 'at'>[] {
  const ways = own.filter(({ limit }) => limit === key);
  const nobody = ways.every(
    ({ from, target, actions }) =>
      target === undefined && actions.length === 0 && holdersOf(from).length === 0,
  );
  return [
    ...(comesTooLate(key, own, route) ? [{ sentence: 'time-limit.late' as const }] : []),
    ...(nobody ? [{ sentence: 'time-limit.nobody' as const, severity: 'warning' as const }] : []),
  ];
}

/** Another limit always leads out of the state before. */
function comesTooLate(key: string, own: TransitionSite[], route: RouteDefinition): boolean {
  const length = lengthOf(key, route);
  return own.some(({ limit = '', target, guard }) => {
    const other = lengthOf(limit, route);
    const leaves = target !== undefined && guard === undefined && limit !== key;
    return leaves && length !== null && other !== null && other < length;
  });
}

function lengthOf(key: string, { delays }: RouteDefinition): number | null {
  const delay = delays?.[key];
  const duration = parseDuration(delay && 'after' in delay ? delay.after : key);
  return duration && daysOf(duration);
}

/** Nobody fires it: there is no desk that has passed, and nothing that was filled in. */
function ofActions({ actions }: TransitionSite, { route }: RouteSite): Found[] {
  return actions.flatMap(({ type, pointer: at }): Found[] => {
    if (type === 'markActed') return [{ at, sentence: 'time-limit.acted' }];
    if (type === 'activate' && route.subject === 'account') return [{ at, sentence: 'time-limit.activate' }];
    const takesInput = ['write', 'strike', 'unstrike'].includes(type);
    return takesInput ? [{ at, sentence: 'time-limit.input', params: { action: type } }] : [];
  });
}
