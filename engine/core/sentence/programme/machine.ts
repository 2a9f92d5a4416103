import { asObject, asText } from '#core/json/index.ts';
import type { Json, JsonObject, Logic } from '#core/model/index.ts';

/** What may be done in a state, or happens there when a time limit is over: the ways on, of which the first whose condition holds is taken. */
export type Move = { state: string; event?: string; limit?: string; by: string[]; ways: Way[] };

/** One way on. Without a target the case stays where it is. */
export type Way = { when?: Logic; target?: string; acts: Act[] };

/** What depends on something on the way: a value that is kept, or an effect that happens only when a rule holds. */
export type Act = { when?: Logic } & ({ key: string; value: Logic } | { effect: string; paths: string[] });

type State = { title: string; children: Map<string, State>; parent?: State; json: JsonObject };

/** Every choice of a machine: what one event, or the machine by itself, does in a state, by the titles of states. */
export function movesOf(machine: Json): Move[] {
  const root = stateOf(asObject(machine), '', undefined);
  return below(root).flatMap((state) => movesIn(state, root));
}

/** The titles of the states that carry one of these tags. */
export function titlesTagged(machine: Json, tags: string[]): string[] {
  return below(stateOf(asObject(machine), '', undefined))
    .filter(({ json }) => namesIn(json.tags).some((tag) => tags.includes(tag)))
    .map(({ title }) => title);
}

function stateOf(json: JsonObject, key: string, parent: State | undefined): State {
  const title = asText(asObject(json.meta).title) ?? parent?.title ?? key;
  const state: State = {
    title: title === '' ? key : title,
    json,
    children: new Map(),
    ...(parent ? { parent } : {}),
  };
  for (const [name, child] of Object.entries(asObject(json.states)))
    state.children.set(name, stateOf(asObject(child), name, state));
  return state;
}

function below(state: State): State[] {
  return [state, ...[...state.children.values()].flatMap(below)];
}

function movesIn(state: State, root: State): Move[] {
  const onEvents = Object.entries(asObject(state.json.on)).flatMap(([event, ways]) =>
    byActor(listed(ways)).map((move) => ({ ...move, event })),
  );
  const limits = Object.entries(asObject(state.json.after)).map(([limit, ways]) => ({
    limit,
    by: [],
    ways: listed(ways),
  }));
  const alone = [...listed(state.json.always), ...listed(state.json.onDone)];
  return [...onEvents, ...limits, ...(alone.length === 0 ? [] : [{ by: [], ways: alone }])].map(
    ({ ways, ...move }) => ({
      ...move,
      state: state.title,
      ways: ways.map((way) => wayOf(way, state, root)),
    }),
  );
}

/** Only the transitions that the actor may take. */
function byActor(ways: JsonObject[]): { by: string[]; ways: JsonObject[] }[] {
  const moves = new Map<string, { by: string[]; ways: JsonObject[] }>();
  for (const way of ways) {
    const by = namesIn(asObject(way.meta).by);
    const move = moves.get(by.join()) ?? { by, ways: [] };
    move.ways.push(way);
    moves.set(by.join(), move);
  }
  return [...moves.values()];
}

function listed(value: Json | undefined): JsonObject[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(listed);
  return [typeof value === 'object' && value !== null ? value : { target: value }];
}

function namesIn(value: Json | undefined): string[] {
  return [value].flat().filter((name) => typeof name === 'string');
}

function wayOf(way: JsonObject, from: State, root: State): Way {
  const when = way.when ?? asObject(asObject(way.guard).params).rule;
  const target = asText(way.target);
  const state = target === undefined ? undefined : targetOf(target, from, root);
  const acts = [way.actions ?? []].flat().flatMap((action) => actOf(asObject(action)));
  return {
    ...(when === undefined ? {} : { when }),
    ...(target === undefined ? {} : { target: state?.title ?? target }),
    acts,
  };
}

/** An effect that happens whenever the way is taken is no rule. */
function actOf({ type, when, params }: JsonObject): Act[] {
  const { key, value = null, section, field } = asObject(params);
  const only = when === undefined ? {} : { when };
  if (type === 'set') return typeof key === 'string' ? [{ ...only, key, value }] : [];
  if (when === undefined || typeof type !== 'string') return [];
  const fields = field === undefined ? [''] : namesIn(field).map((name) => `.${name}`);
  const paths = typeof section === 'string' ? fields.map((name) => `application.${section}${name}`) : [];
  return [{ when, effect: type, paths }];
}

/** A sibling, a `.child`, or `#id` with a path below it. */
function targetOf(target: string, from: State, root: State): State | undefined {
  if (target.startsWith('.')) return descend(from, target.slice(1));
  if (!target.startsWith('#')) return descend(from.parent ?? from, target);
  const [id = '', ...path] = target.slice(1).split('.');
  const found = below(root).find((state) => state.json.id === id);
  return found && descend(found, path.join('.'));
}

function descend(state: State, path: string): State | undefined {
  return path === ''
    ? state
    : path.split('.').reduce<State | undefined>((at, key) => at?.children.get(key), state);
}
