/**
 * A check code over any JSON: eight characters that change when anything in it changes. The order of keys does not
 * matter. It tells versions apart cheaply and is no signature: at this length no digest could be one, so no costly
 * digest is used. Two different contents have the same code with a chance of one in four thousand million.
 */
export function checkCode(value: unknown): string {
  const lanes = { ...opened };
  feed(lanes, value);
  const code = stirred(lanes.a) ^ Math.imul(stirred(lanes.b), 3266489909);
  return (stirred(code) >>> 0).toString(16).padStart(8, '0').toUpperCase();
}

/** Two running sums of 32 bits, as in cyrb53. */
type Lanes = { a: number; b: number };

const opened: Readonly<Lanes> = { a: 0xdeadbeef | 0, b: 0x41c6ce57 };

/** Mixes the high bits into the low ones, which multiplication alone never does. */
function stirred(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 2246822507);
  return once ^ (once >>> 13);
}

/** A prefix for each kind of value, so that values of two kinds never give the same text. */
const kinds = { text: 1, list: 2, object: 3, other: 4 };

function feed(lanes: Lanes, value: unknown): void {
  if (typeof value === 'string') feedText(lanes, kinds.text, value);
  else if (Array.isArray(value)) feedList(lanes, value);
  else if (typeof value === 'object' && value !== null) feedObject(lanes, value as Record<string, unknown>);
  else feedText(lanes, kinds.other, String(value));
}

function feedList(lanes: Lanes, list: unknown[]): void {
  feedNumber(lanes, kinds.list);
  feedNumber(lanes, list.length);
  for (const part of list) feed(lanes, part);
}

/**
 * Hashes each key with its value separately and adds the results: the order does not matter, and nothing is sorted.
 * The two sums are reset and restored for each, not allocated: a sheet has thousands of keys.
 */
function feedObject(lanes: Lanes, object: Record<string, unknown>): void {
  const { a, b } = lanes;
  const keys = Object.keys(object);
  let sumA = 0;
  let sumB = 0;
  for (const key of keys) {
    lanes.a = opened.a;
    lanes.b = opened.b;
    feedText(lanes, kinds.text, key);
    feed(lanes, object[key]);
    sumA = (sumA + stirred(lanes.a)) | 0;
    sumB = (sumB + stirred(lanes.b)) | 0;
  }
  lanes.a = a;
  lanes.b = b;
  feedNumber(lanes, kinds.object);
  feedNumber(lanes, keys.length);
  feedNumber(lanes, sumA);
  feedNumber(lanes, sumB);
}

function feedNumber(lanes: Lanes, number: number): void {
  lanes.a = Math.imul(lanes.a ^ number, 2654435761);
  lanes.b = Math.imul(lanes.b ^ number, 1597334677);
}

/** Looked up once: with its many internal kinds of strings JavaScript would look the method up for each character. */
const { charCodeAt } = String.prototype;

/** Its length goes first, so that one text never hashes like two. */
function feedText(lanes: Lanes, kind: number, text: string): void {
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
