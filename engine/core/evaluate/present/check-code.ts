import type { Shown } from '#core/model/index.ts';
import { type Cut, cutOf } from './cut.ts';

/**
 * A check code over any JSON, or over as much of it as is shown: eight characters that change when anything in it
 * changes. The order of keys does not matter. It tells versions apart cheaply and is no signature: at this length no
 * digest could be one, so no costly digest is used. Two different contents have the same code with a chance of one in
 * four thousand million.
 */
export function checkCode(value: unknown, shown: Shown = true): string {
  return codeOf((lanes) => feed(lanes, value, shown));
}

/** The check code of what is fed into the lanes. */
export function codeOf(feeding: (lanes: Lanes) => void): string {
  const lanes = { ...opened };
  feeding(lanes);
  const code = stirred(lanes.a) ^ Math.imul(stirred(lanes.b), 3266489909);
  return (stirred(code) >>> 0).toString(16).padStart(8, '0').toUpperCase();
}

/** Two running sums of 32 bits, as in cyrb53. */
export type Lanes = { a: number; b: number };

const opened: Readonly<Lanes> = { a: 0xdeadbeef | 0, b: 0x41c6ce57 };

/** Mixes the high bits into the low ones, which multiplication alone never does. */
export function stirred(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 2246822507);
  return once ^ (once >>> 13);
}

/** A prefix for each kind of value, so that values of two kinds never give the same text. */
export const kinds = { text: 1, list: 2, object: 3, other: 4 };

/** Feeds as much of a value as is shown. */
export function feed(lanes: Lanes, value: unknown, shown: Shown = true): void {
  if (shown !== true) feedShown(lanes, value, shown);
  else if (typeof value === 'string') feedText(lanes, kinds.text, value);
  else if (Array.isArray(value)) feedList(lanes, value);
  else if (isParted(value)) feedObject(lanes, value);
  else feedText(lanes, kinds.other, String(value));
}

type Parts = Record<string, unknown>;

const isParted = (value: unknown): value is Parts => typeof value === 'object' && value !== null;

function feedList(lanes: Lanes, list: unknown[]): void {
  feedNumber(lanes, kinds.list);
  feedNumber(lanes, list.length);
  for (const part of list) feed(lanes, part);
}

function feedObject(lanes: Lanes, object: Parts): void {
  const sum = openSum(lanes);
  for (const key of Object.keys(object)) feedEntry(lanes, sum, key, object[key], true);
  closeSum(lanes, sum);
}

/** Of what is only asked for it counts whether something stands there. */
function feedShown(lanes: Lanes, value: unknown, shown: Exclude<Shown, true>): void {
  const cut = cutOf(shown);
  if (cut.isAsked) feedAsked(lanes, value, cut);
  else feedParts(lanes, value, cut);
}

function feedAsked(lanes: Lanes, value: unknown, cut: Cut): void {
  const sum = openSum(lanes);
  beginEntry(lanes, 'parts');
  feedParts(lanes, value, cut);
  addEntry(lanes, sum);
  feedEntry(lanes, sum, 'stands', stands(value), true);
  closeSum(lanes, sum);
}

/** The parts that are named; every element where `*` is, and how many there are where that is read. */
function feedParts(lanes: Lanes, value: unknown, { each, named }: Cut): void {
  const sum = openSum(lanes);
  if (isParted(value)) {
    const keys = each === undefined ? named.keys() : Object.keys(value);
    for (const key of keys) {
      if (isLength(value, key) || !Object.hasOwn(value, key)) continue;
      feedEntry(lanes, sum, key, value[key], named.get(key) ?? each ?? true);
    }
    if (isLength(value, 'length') && named.has('length')) feedEntry(lanes, sum, 'length', value.length, true);
  }
  closeSum(lanes, sum);
}

const isLength = (value: Parts, key: string): boolean => key === 'length' && Array.isArray(value);

/** As a template asks it: an empty list and an empty text are nothing. */
const stands = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/**
 * Each key is hashed with its value separately and the results are added: the order does not matter, and nothing is
 * sorted. The two lanes are reset for each and restored at the end.
 */
type Sum = { outer: Lanes; a: number; b: number; keys: number };

function openSum({ a, b }: Lanes): Sum {
  return { outer: { a, b }, a: 0, b: 0, keys: 0 };
}

function feedEntry(lanes: Lanes, sum: Sum, key: string, value: unknown, shown: Shown): void {
  beginEntry(lanes, key);
  feed(lanes, value, shown);
  addEntry(lanes, sum);
}

/** Sets the lanes to what the entry of a key begins with, whatever stands around it. */
export function beginEntry(lanes: Lanes, key: string): void {
  lanes.a = opened.a;
  lanes.b = opened.b;
  feedText(lanes, kinds.text, key);
}

function addEntry({ a, b }: Lanes, sum: Sum): void {
  sum.a = (sum.a + stirred(a)) | 0;
  sum.b = (sum.b + stirred(b)) | 0;
  sum.keys += 1;
}

function closeSum(lanes: Lanes, { outer, a, b, keys }: Sum): void {
  lanes.a = outer.a;
  lanes.b = outer.b;
  feedNumber(lanes, kinds.object);
  feedNumber(lanes, keys);
  feedNumber(lanes, a);
  feedNumber(lanes, b);
}

/** Feeds a whole number of 32 bits. */
export function feedNumber(lanes: Lanes, number: number): void {
  lanes.a = Math.imul(lanes.a ^ number, 2654435761);
  lanes.b = Math.imul(lanes.b ^ number, 1597334677);
}

/** Looked up once: with its many internal kinds of strings JavaScript would look the method up for each character. */
const { charCodeAt } = String.prototype;

/** Its length goes first, so that one text never hashes like two. */
export function feedText(lanes: Lanes, kind: number, text: string): void {
  const { length } = text;
  feedNumber(lanes, kind);
  feedNumber(lanes, length);
  let { a, b } = lanes;
  for (let index = 0; index < length; index += 1) {
    const unit = charCodeAt.call(text, index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  lanes.a = a;
  lanes.b = b;
}
