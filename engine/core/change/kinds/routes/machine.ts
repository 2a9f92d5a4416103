import { asList, asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Reading } from '../../find/parts.ts';

/** The way in a route's file to a state, named by the steps from the machine down: `pending.county`. */
export function statePath(state: string): string[] {
  return ['machine', ...state.split('.').flatMap((step) => ['states', step])];
}

/** Every state of a machine by its steps. */
export function statesOf(files: Reading, file: string, way: string[] = ['machine'], name = ''): string[] {
  return (childrenOf(files.value(file, [...way, 'states'])) ?? []).flatMap(([key]) => {
    const own = name === '' ? key : `${name}.${key}`;
    return [own, ...statesOf(files, file, [...way, 'states', key], own)];
  });
}

/** A transition: where it stands, in which state, at which event, and where it leads. */
export type Arrow = { path: string[]; state: string; event: string; target: string | undefined };

/** The transitions of a state at an event, in their order. */
export function arrowsAt(files: Reading, file: string, state: string, event: string): Arrow[] {
  const path = [...statePath(state), 'on', event];
  const found = files.value(file, path);
  if (found === undefined) return [];
  const machine = asText(files.value(file, ['machine', 'id'])) ?? '';
  const all = Array.isArray(found)
    ? found.map((one, index) => ({ one, path: [...path, String(index)] }))
    : [{ one: found, path }];
  return all.map(({ one, path: at }) => ({
    ...{ path: at, state, event },
    target: resolvedTarget(machine, state, asText(isObject(one) ? one.target : one)),
  }));
}

/** Every transition at an event of the machine. */
export function allArrows(files: Reading, file: string): Arrow[] {
  return statesOf(files, file).flatMap((state) =>
    (childrenOf(files.value(file, [...statePath(state), 'on'])) ?? []).flatMap(([event]) =>
      arrowsAt(files, file, state, event),
    ),
  );
}

/** The steps of a state that a target names from inside another one. */
function resolvedTarget(machine: string, state: string, target: string | undefined): string | undefined {
  if (target === undefined) return undefined;
  if (target.startsWith(`#${machine}.`)) return target.slice(machine.length + 2);
  if (target.startsWith('#')) return undefined;
  if (target.startsWith('.')) return `${state}${target}`;
  const parent = state.split('.').slice(0, -1);
  return [...parent, target].join('.');
}

/** A target that is understood from anywhere. */
export function targetOf(files: Reading, file: string, state: string): string {
  return `#${asText(files.value(file, ['machine', 'id'])) ?? ''}.${state}`;
}

/** A desk, the last step of its state, and how a target names that state from anywhere. */
export type Named = { desk: string; state: string; whole: string };

/** The same part of a machine for another desk and another state: what names the one names the other. */
export function forOther(value: Json, from: Named, to: Named): Json {
  const text = (one: string): string => {
    if (one === from.desk) return to.desk;
    if (one === from.whole) return to.whole;
    if (one === from.state) return to.state;
    if (one === `desks.${from.desk}`) return `desks.${to.desk}`;
    return one.endsWith(`.${from.state}`) ? one.slice(0, -from.state.length) + to.state : one;
  };
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((one) => forOther(one, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]): [string, Json] => [
      key === from.desk ? to.desk : key,
      forOther(one, from, to),
    ]),
  );
}

/** Without what writes into answers: the place for it belongs to one desk. */
export function withoutWrites(state: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(state).map(([key, one]): [string, Json] => [key, cleaned(key, one)]),
  );
}

function cleaned(key: string, value: Json): Json {
  if (key === 'actions') return asList(value).filter((action) => !isWrite(action));
  if (Array.isArray(value)) return value.map((one) => cleaned('', one));
  return isObject(value) ? withoutWrites(value) : value;
}

const isWrite = (action: Json): boolean =>
  isObject(action) && (action.type === 'write' || action.type === 'clear');
