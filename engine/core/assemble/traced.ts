import { isObject, pointer, segmentsOf } from '#core/json/index.ts';
import type { Json, JsonObject, Origin } from '#core/model/index.ts';

/**
 * A value that knows where its parts were written. `origins` maps pointers inside the value to files;
 * a part that is not named there stands where its nearest named ancestor says. The root is always named.
 */
export type Traced = {
  value: Json;
  origins: ReadonlyMap<string, Origin>;
  /** The parts that it was made of, by key: whatever is asked of one of them is asked there. */
  parts?: ReadonlyMap<string, Traced>;
};

/** A value as it stands in one file. */
export function traced(value: Json, origin: Origin): Traced {
  return { value, origins: new Map([['', origin]]) };
}

/** Where the part at this pointer was written: the longest named prefix, and the rest appended. */
export function originOf(part: Traced, path: string): Origin {
  const [key, inside] = part.parts && path !== '' ? firstKey(path) : [];
  const inner = key === undefined ? undefined : part.parts?.get(key);
  return inner ? originOf(inner, inside ?? '') : ownOrigin(part, path);
}

/** The first key of a pointer, and the rest. */
function firstKey(path: string): [string, string] {
  const end = path.indexOf('/', 1);
  const first = end < 0 ? path : path.slice(0, end);
  return [segmentsOf(first)[0] ?? '', path.slice(first.length)];
}

function ownOrigin(part: Traced, path: string): Origin {
  let prefix = path;
  while (!part.origins.has(prefix) && prefix !== '') prefix = prefix.slice(0, prefix.lastIndexOf('/'));
  const origin = part.origins.get(prefix);
  if (!origin) throw new Error(`a traced value has no origin for its root (asked for "${path}")`);
  return { file: origin.file, pointer: origin.pointer + path.slice(prefix.length) };
}

/** One property or element, with its own origins. */
export function childOf(part: Traced, key: string | number): Traced {
  const known = part.parts?.get(String(key));
  if (known !== undefined) return known;
  const at = pointer(key);
  const origins = new Map([['', originOf(part, at)]]);
  for (const [path, origin] of part.origins) {
    if (path.startsWith(`${at}/`)) origins.set(path.slice(at.length), origin);
  }
  return { value: own(part.value, key), origins };
}

/** An object made of traced parts; it stands at `origin` itself. */
export function objectOf(entries: [string, Traced][], origin: Origin): Traced {
  const value: JsonObject = {};
  for (const [key, part] of entries) value[key] = part.value;
  return madeOf(value, entries, origin);
}

/** A list made of traced parts. */
export function listOf(parts: Traced[], origin: Origin): Traced {
  const entries = parts.map((part, index): [string, Traced] => [String(index), part]);
  return madeOf(
    parts.map((part) => part.value),
    entries,
    origin,
  );
}

/** What stands in one of its parts was written where the part says. */
function madeOf(value: Json, entries: [string, Traced][], origin: Origin): Traced {
  return { value, origins: new Map([['', origin]]), parts: new Map(entries) };
}

/** The properties of a traced object; none for anything else. `__proto__` never becomes a property. */
export function entriesOf(part: Traced): [string, Traced][] {
  if (!isObject(part.value)) return [];
  const keys = Object.keys(part.value).filter((key) => key !== '__proto__');
  return keys.map((key) => [key, childOf(part, key)]);
}

/** The same object with one property set. */
export function withEntry(part: Traced, key: string, child: Traced): Traced {
  const others = entriesOf(part).filter(([name]) => name !== key);
  return objectOf([...others, [key, child]], originOf(part, ''));
}

/** The same object without some properties. */
export function withoutKeys(part: Traced, keys: string[]): Traced {
  const kept = entriesOf(part).filter(([name]) => !keys.includes(name));
  return objectOf(kept, originOf(part, ''));
}

function own(value: Json, key: string | number): Json {
  if (Array.isArray(value)) return value[Number(key)] ?? null;
  return isObject(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}
