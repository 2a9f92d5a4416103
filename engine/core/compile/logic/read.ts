import type { Json, JsonObject } from '#core/model/index.ts';
import { child, readPath, splitPath } from '#core/vocabulary/index.ts';

type Read = (value: Json) => Json;

/** Makes the reader of a path: split once, the usual short ones without a loop. */
export function readerOf(path: string): Read {
  const segments = splitPath(path);
  if (!segments.every(isPlain)) return (data) => readPath(data, segments);
  const [a, b, c, d] = segments;
  if (a === undefined) return (data) => data;
  if (b === undefined) return (data) => own(data, a);
  if (c === undefined) return (data) => own(own(data, a), b);
  if (d === undefined) return (data) => own(own(own(data, a), b), c);
  if (segments.length === 4) return (data) => own(own(own(own(data, a), b), c), d);
  return (data) => along(data, segments);
}

/**
 * The reader of `application.<section>.<name>`, which most paths are, where what is read is the rule's own data; null of
 * other paths.
 */
export function answerReader(path: string): ((data: Json, root: JsonObject) => Json) | null {
  const segments = splitPath(path);
  const [head, section = '', name = ''] = segments;
  if (head !== 'application' || segments.length !== 3 || !segments.every(isPlain)) return null;
  return (_data, root) => own(own(root.application ?? null, section), name);
}

/** Ends where nothing is left: a path may be far longer than what it leads into. */
function along(data: Json, segments: readonly string[]): Json {
  let value = data;
  for (const segment of segments) {
    if (value === null) return null;
    value = own(value, segment);
  }
  return value;
}

/** No object inherits such a name, so it is read without `hasOwn`, which would cost more than the reading itself. */
function isPlain(segment: string): boolean {
  return !(segment in Object.prototype);
}

/** `child` for plain names. */
function own(value: Json, segment: string): Json {
  if (typeof value !== 'object' || value === null) return null;
  return Array.isArray(value) ? child(value, segment) : (value[segment] ?? null);
}
