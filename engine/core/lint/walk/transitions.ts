import { asObject, asText, isObject, pointer } from '#core/json/index.ts';
import type { Json, JsonObject } from '#core/model/index.ts';
import { guardOf } from '#core/vocabulary/index.ts';
import { names, type StateSite } from './states.ts';

/** One transition. `event` is undefined for those that nobody fires: `always`, `onDone`, and `after` a time `limit`. */
export type TransitionSite = {
  from: StateSite;
  event?: string | undefined;
  limit?: string | undefined;
  /** Pointer inside the route. */
  pointer: string;
  /** The transition as it is written. */
  written: JsonObject;
  by: string[];
  /** What must hold; its pointer runs inside the route. */
  guard?: { logic: Json; pointer: string } | undefined;
  target?: string | undefined;
  actions: ActionSite[];
};

/** An action or effect of a transition, and where it is written. */
export type ActionSite = { type: string; when?: Json | undefined; params: JsonObject; pointer: string };

/** Every transition of a state, in the order in which they are tried. */
export function transitionsOf(site: StateSite): TransitionSite[] {
  const onEvents = Object.entries(asObject(site.state.on)).flatMap(([event, value]) =>
    listed(value, site.pointer + pointer('on', event)).map((found) => transition(site, found, event)),
  );
  const alone = ['always', 'onDone'].flatMap((key) =>
    listed(site.state[key], site.pointer + pointer(key)).map((found) => transition(site, found)),
  );
  const limits = Object.entries(asObject(site.state.after)).flatMap(([limit, value]) =>
    listed(value, site.pointer + pointer('after', limit)).map((found) => ({
      ...transition(site, found),
      limit,
    })),
  );
  return [...onEvents, ...alone, ...limits];
}

/** Every action that a state names: on entry, on exit and on its transitions. */
export function actionsIn(site: StateSite): ActionSite[] {
  return [...stateActions(site), ...transitionsOf(site).flatMap((found) => found.actions)];
}

/** The actions that a state carries out when it is entered or left. */
export function stateActions(site: StateSite): ActionSite[] {
  return ['entry', 'exit'].flatMap((key) => actions(site.state[key], site.pointer + pointer(key)));
}

/** The state that a transition leads to: a sibling, a `.child`, or `#id` with a path below it. */
export function targetOf(found: TransitionSite, all: StateSite[]): StateSite | undefined {
  const { target, from } = found;
  if (target === undefined) return from;
  if (target.startsWith('#')) return byId(target.slice(1), all);
  if (target.startsWith('.')) return descend(from, target.slice(1).split('.'));
  return descend(from.parent ?? from, target.split('.'));
}

function byId(target: string, all: StateSite[]): StateSite | undefined {
  const whole = all.find((site) => asText(site.state.id) === target);
  if (whole) return whole;
  const cut = target.lastIndexOf('.');
  if (cut < 0) return undefined;
  const parent = byId(target.slice(0, cut), all);
  return parent && descend(parent, [target.slice(cut + 1)]);
}

function descend(site: StateSite, path: string[]): StateSite | undefined {
  return path.reduce<StateSite | undefined>(
    (at, key) => at?.children.find((child) => child.path.at(-1) === key),
    site,
  );
}

type Listed = { value: JsonObject; pointer: string };

function listed(value: Json | undefined, at: string): Listed[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one, index) => listed(one, at + pointer(index)));
  return [{ value: isObject(value) ? value : { target: value }, pointer: at }];
}

function transition(from: StateSite, { value, pointer: at }: Listed, event?: string): TransitionSite {
  const guard = guardOf(value);
  return {
    from,
    event,
    pointer: at,
    written: value,
    by: names(asObject(value.meta).by),
    guard: guard && { logic: guard.logic, pointer: at + guard.at },
    target: asText(value.target),
    actions: actions(value.actions, at + pointer('actions')),
  };
}

function actions(value: Json | undefined, at: string): ActionSite[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one, index) => actions(one, at + pointer(index)));
  const type = typeof value === 'string' ? value : asText(asObject(value).type);
  const { when, params } = asObject(value);
  return [{ type: type ?? '', when, params: asObject(params), pointer: at }];
}
