import { valueAt } from '#core/json/index.ts';
import type {
  ActiveNode,
  CaseContext,
  CaseState,
  CompiledRoute,
  Json,
  RuleData,
  StateInfo,
} from '#core/model/index.ts';
import { advance, eventData, infoOf, ruleCall } from './call.ts';
import { stateValues } from './explore.ts';
import { transitionsOf } from './permissions.ts';
import { valueKey } from './state-info.ts';

/** A station of a case's line. `desks` hold it; `organisations` are those behind them that are there. */
type Station = {
  value: Json;
  title: string;
  desks: string[];
  organisations: string[];
  status: 'done' | 'current' | 'ahead';
};

type Stop = { info: StateInfo; context: CaseContext };

/** The lines of a route that were found, by what they were found from. */
const LINES = new WeakMap<CompiledRoute, Map<string, Station[]>>();
const MOST_LINES = 1_000;

/**
 * The applicant's line of stations: what lies behind, where the case stands, and what is still ahead when
 * everybody goes on with the primary event. `data` is what guards read. Cases that stand alike, and of which guards and
 * actions read the same, share their line.
 */
export function stations(
  compiled: CompiledRoute,
  state: CaseState,
  desks: CaseContext['desks'],
  data: RuleData,
): Station[] {
  const key = lineKey(compiled, state, desks, data);
  if (key === null) return lineOf(compiled, state, desks, data);
  const known = LINES.get(compiled) ?? new Map<string, Station[]>();
  LINES.set(compiled, known);
  const found = known.get(key) ?? lineOf(compiled, state, desks, data);
  if (known.size >= MOST_LINES) known.clear();
  known.set(key, found);
  return found;
}

/** Null where no two cases read the same. When the present state was entered is in no line. */
function lineKey(
  { machine }: CompiledRoute,
  { value, context }: CaseState,
  desks: CaseContext['desks'],
  data: RuleData,
): string | null {
  const reads = machine.reads();
  if (reads === null) return null;
  const { enteredAt: _, timers: __, ...stands } = context;
  const values = reads.map((name) => valueAt(data, name) ?? null);
  return JSON.stringify([value, stands, desks, values]);
}

function lineOf(
  compiled: CompiledRoute,
  state: CaseState,
  desks: CaseContext['desks'],
  data: RuleData,
): Station[] {
  const info = infoOf(compiled, state);
  const fresh: CaseContext = { ...state.context, round: 0, acted: [], returnedBy: null, vars: {}, desks };
  const whole = forward(compiled, { info: compiled.machine.initial, context: fresh }, { ...data, desks });
  const at = whole.findIndex((stop) => isSameStage(stop.info, info));
  const rest = forward(compiled, { info, context: { ...state.context, desks } }, { ...data, desks }).slice(1);
  const behind = at >= 0 ? whole.slice(0, at) : whole.filter((stop) => isBehind(stop, state));
  return [
    ...behind.map((stop) => station(stop, 'done')),
    station({ info, context: { ...state.context, desks } }, 'current'),
    ...rest.map((stop) => station(stop, 'ahead')),
  ];
}

/** Off the straight line, what is behind are the desks that passed in this round. */
function isBehind({ info }: Stop, state: CaseState): boolean {
  return info.holders.length > 0 && info.holders.every((desk) => state.context.acted.includes(desk));
}

function station({ info, context }: Stop, status: Station['status']): Station {
  const held = info.holders.flatMap((desk) => context.desks[desk] ?? []);
  return { value: info.value, title: info.title, desks: info.holders, organisations: held, status };
}

function forward(compiled: CompiledRoute, start: Stop, data: RuleData): Stop[] {
  const line: Stop[] = [];
  const been = new Set<string>();
  for (let stop: Stop | null = start; stop; stop = onwards(compiled, stop, data)) {
    const key = `${valueKey(stop.info.value)}|${stop.context.acted.join()}`;
    if (been.has(key)) break;
    been.add(key);
    const last = line.at(-1);
    if (!last || !isSameStage(last.info, stop.info)) line.push(stop);
  }
  return line;
}

/** The same place, or one parallel stage of which more or less is done: one station, whoever passes first. */
function isSameStage(one: StateInfo, other: StateInfo): boolean {
  const stage = stageOf(one.nodes);
  return one === other || (stage !== undefined && stage === stageOf(other.nodes));
}

const stageOf = (nodes: ActiveNode[]): ActiveNode | undefined =>
  nodes.find((node) => node.type === 'parallel');

/** One primary event on, fired by the first who can fire it. */
function onwards(compiled: CompiledRoute, stop: Stop, data: RuleData): Stop | null {
  const { machine } = compiled;
  for (const { event, by } of primaryMoves(compiled, stop.info)) {
    const now = data.now ?? stop.context.enteredAt;
    const seen = eventData(stop.info, { value: stop.info.value, context: stop.context }, { by, now }, data);
    const moved = advance(machine, stop.info, stop.context, ruleCall(by, seen), event);
    if (moved) return { info: machine.info(moved.value), context: moved.context };
  }
  return null;
}

function primaryMoves(compiled: CompiledRoute, info: StateInfo): { event: string; by: string }[] {
  const { events } = compiled.definition;
  const open = info.nodes.flatMap((node) => transitionsOf(node, compiled.definition));
  const primary = open.filter(({ event }) => events[event]?.primary);
  return primary.flatMap(({ event, params }) => (params.by ?? []).map((by) => ({ event, by })));
}

/**
 * Whether a case in this state has come to its end, or something can happen to it there; not where the route leads to
 * no such state.
 */
export function hasExit(compiled: CompiledRoute, value: Json): boolean {
  const key = valueKey(value);
  if (!stateValues(compiled).some((known) => valueKey(known) === key)) return false;
  const { final, nodes } = compiled.machine.info(value);
  return final || nodes.some((node) => transitionsOf(node, compiled.definition).length > 0);
}
