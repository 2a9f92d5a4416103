import type { Shown } from '#core/model/index.ts';
import { beginEntry, feed, feedNumber, feedText, kinds, type Lanes, stirred } from './check-code.ts';
import { cutOf } from './cut.ts';

/**
 * Feeds what would be written of a value into the lanes of a check code, without writing it; `at` is its place in its
 * list.
 */
export type Feed<T> = (lanes: Lanes, value: T, at: number) => void;

/** Makes the feed of a part, of as much of it as is shown; `fixed` parts are the same for every value. */
export type Part<T> = { feed: (shown: Shown) => Feed<T> } | { fixed: unknown };

/** What the entry of a key begins with, and its feed. */
type Entry<T> = Lanes & { feed: Feed<T> };

/**
 * The feed of an object with these parts, as `feed` would feed the object itself. Fixed parts are hashed here, once.
 */
export function objectFeed<T>(parts: ReadonlyMap<string, Part<T>>, shown: Shown): Feed<T> {
  if (shown === true) return entriesFeed([...parts].map(([key, part]) => [key, part, true]));
  const { each, named, isAsked } = cutOf(shown);
  const keys = each === undefined ? [...named.keys()] : [...parts.keys()];
  const entries = keys.flatMap((key): [string, Part<T>, Shown][] => {
    const part = parts.get(key);
    return part === undefined ? [] : [[key, part, named.get(key) ?? each ?? true]];
  });
  return isAsked ? askedFeed(entriesFeed(entries), () => true) : entriesFeed(entries);
}

/** Entries are hashed apart and added, so that their order does not matter. */
function entriesFeed<T>(parts: [string, Part<T>, Shown][]): Feed<T> {
  const entries: Entry<T>[] = [];
  const fixed = { a: 0, b: 0 };
  for (const [key, part, shown] of parts) {
    const begin = { a: 0, b: 0 };
    beginEntry(begin, key);
    if ('feed' in part) entries.push({ ...begin, feed: part.feed(shown) });
    else {
      feed(begin, part.fixed, shown);
      fixed.a = (fixed.a + stirred(begin.a)) | 0;
      fixed.b = (fixed.b + stirred(begin.b)) | 0;
    }
  }
  return (lanes, value, at) => {
    const { a: outerA, b: outerB } = lanes;
    let { a, b } = fixed;
    for (const entry of entries) {
      lanes.a = entry.a;
      lanes.b = entry.b;
      entry.feed(lanes, value, at);
      a = (a + stirred(lanes.a)) | 0;
      b = (b + stirred(lanes.b)) | 0;
    }
    close(lanes, outerA, outerB, parts.length, a, b);
  };
}

/** The sum of entries, after what was fed before them. */
function close(lanes: Lanes, outerA: number, outerB: number, keys: number, a: number, b: number): void {
  lanes.a = outerA;
  lanes.b = outerB;
  feedNumber(lanes, kinds.object);
  feedNumber(lanes, keys);
  feedNumber(lanes, a);
  feedNumber(lanes, b);
}

/** Of what is asked for, it counts besides its parts whether anything stands there. */
function askedFeed<T>(parts: Feed<T>, stands: (value: T) => boolean): Feed<T> {
  return entriesFeed([
    ['parts', { feed: () => parts }, true],
    ['stands', { feed: () => (lanes, value) => feed(lanes, stands(value)) }, true],
  ]);
}

/**
 * The feed of a list whose elements are fed by `element`. Undefined where single elements are shown by their numbers:
 * whoever has such a list feeds the list itself.
 */
export function listFeed<T>(
  element: (shown: Shown) => Feed<T>,
  shown: Shown,
): Feed<readonly T[]> | undefined {
  if (shown === true) return sequenceFeed(element(true));
  const { each, named, isAsked } = cutOf(shown);
  const byNumber = [...named.keys()].some((key) => key !== 'length');
  if (each === undefined || byNumber) return undefined;
  const elements = elementsFeed(element(each), named.has('length'));
  return isAsked ? askedFeed(elements, (list) => list.length > 0) : elements;
}

function sequenceFeed<T>(element: Feed<T>): Feed<readonly T[]> {
  return (lanes, list) => {
    feedNumber(lanes, kinds.list);
    feedNumber(lanes, list.length);
    for (let at = 0; at < list.length; at += 1) element(lanes, list[at] as T, at);
  };
}

function elementsFeed<T>(element: Feed<T>, counted: boolean): Feed<readonly T[]> {
  const count = { a: 0, b: 0 };
  beginEntry(count, 'length');
  return (lanes, list) => {
    const { a: outerA, b: outerB } = lanes;
    let [a, b] = [0, 0];
    for (let at = 0; at < list.length; at += 1) {
      beginElement(lanes, at);
      element(lanes, list[at] as T, at);
      a = (a + stirred(lanes.a)) | 0;
      b = (b + stirred(lanes.b)) | 0;
    }
    if (counted) {
      lanes.a = count.a;
      lanes.b = count.b;
      feed(lanes, list.length);
      a = (a + stirred(lanes.a)) | 0;
      b = (b + stirred(lanes.b)) | 0;
    }
    close(lanes, outerA, outerB, list.length + (counted ? 1 : 0), a, b);
  };
}

/** What the entries of the first elements begin with, by their numbers. */
const BEGUN: readonly Lanes[] = Array.from({ length: 64 }, (_, index) => begunAt(index));

function begunAt(index: number): Lanes {
  const lanes = { a: 0, b: 0 };
  beginEntry(lanes, String(index));
  return lanes;
}

function beginElement(lanes: Lanes, index: number): void {
  const { a, b } = BEGUN[index] ?? begunAt(index);
  lanes.a = a;
  lanes.b = b;
}

/** The feed of a text. */
export function textFeed<T>(textOf: (value: T) => string, shown: Shown): Feed<T> {
  if (shown !== true) return (lanes, value) => feed(lanes, textOf(value), shown);
  return (lanes, value) => feedText(lanes, kinds.text, textOf(value));
}
