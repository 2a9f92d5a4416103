import type { CaseContext, CaseState, CompiledRoute, Json, RuleData } from '#core/model/index.ts';
import { advance, locate, ruleCall, ruleData } from './call.ts';
import type { RouteMachine } from './compile.ts';
import { partsOf } from './compile.ts';
import { transitionsOf } from './permissions.ts';
import type { ActiveNode, Place } from './place.ts';
import { valueKey } from './place.ts';

/** A station of a case's line. `desks` hold it; `organisations` are those behind them that are there. */
type Station = {
  value: Json;
  title: string;
  desks: string[];
  organisations: string[];
  status: 'done' | 'current' | 'ahead';
};

type Stop = { place: Place; context: CaseContext };

/**
 * The applicant's line of stations: what lies behind, where the case stands, and what is still ahead when
 * everybody goes on with the primary event. `data` is what guards read; without it only `desks` and the
 * case itself decide.
 */
export function stations(
  compiled: CompiledRoute,
  state: CaseState,
  desks: CaseContext['desks'],
  data: RuleData = {},
): Station[] {
  const { parts, place } = locate(compiled, state);
  const fresh: CaseContext = { ...state.context, round: 0, acted: [], returnedBy: null, vars: {}, desks };
  const whole = forward(compiled, { place: parts.initial, context: fresh }, { ...data, desks });
  const at = whole.findIndex((stop) => isSameStage(stop.place, place));
  const rest = forward(compiled, { place, context: { ...state.context, desks } }, { ...data, desks }).slice(
    1,
  );
  const behind = at >= 0 ? whole.slice(0, at) : whole.filter((stop) => isBehind(stop, state));
  return [
    ...behind.map((stop) => station(stop, 'done')),
    station({ place, context: { ...state.context, desks } }, 'current'),
    ...rest.map((stop) => station(stop, 'ahead')),
  ];
}

/** Off the straight line, what is behind are the desks that passed in this round. */
function isBehind({ place }: Stop, state: CaseState): boolean {
  return place.holders.length > 0 && place.holders.every((desk) => state.context.acted.includes(desk));
}

function station({ place, context }: Stop, status: Station['status']): Station {
  const held = place.holders.flatMap((desk) => context.desks[desk] ?? []);
  return { value: place.value, title: place.title, desks: place.holders, organisations: held, status };
}

function forward(compiled: CompiledRoute, start: Stop, data: RuleData): Stop[] {
  const parts = partsOf(compiled);
  const line: Stop[] = [];
  const been = new Set<string>();
  for (let stop: Stop | null = start; stop; stop = onwards(compiled, parts, stop, data)) {
    const key = `${valueKey(stop.place.value)}|${stop.context.acted.join()}`;
    if (been.has(key)) break;
    been.add(key);
    const last = line.at(-1);
    if (!last || !isSameStage(last.place, stop.place)) line.push(stop);
  }
  return line;
}

/** The same place, or one parallel stage of which more or less is done: one station, whoever passes first. */
function isSameStage(one: Place, other: Place): boolean {
  const stage = stageOf(one.nodes);
  return one === other || (stage !== undefined && stage === stageOf(other.nodes));
}

const stageOf = (nodes: ActiveNode[]): ActiveNode | undefined =>
  nodes.find((node) => node.type === 'parallel');

/** One primary event on, fired by the first who can fire it. */
function onwards(compiled: CompiledRoute, parts: RouteMachine, stop: Stop, data: RuleData): Stop | null {
  for (const { event, by } of primaryMoves(compiled, stop.place)) {
    const now = typeof data.now === 'string' ? data.now : stop.context.enteredAt;
    const seen = ruleData(stop.place, { value: stop.place.value, context: stop.context }, { by, now }, data);
    const moved = advance(parts, stop.place, stop.context, ruleCall(by, now, seen), event);
    if (moved) return { place: parts.place(moved.value), context: moved.context };
  }
  return null;
}

function primaryMoves(compiled: CompiledRoute, place: Place): { event: string; by: string }[] {
  const { events } = compiled.definition;
  const open = place.nodes.flatMap((node) => transitionsOf(node, compiled.definition));
  const primary = open.filter(({ event }) => events[event]?.primary);
  return primary.flatMap(({ event, params }) => (params.by ?? []).map((by) => ({ event, by })));
}
