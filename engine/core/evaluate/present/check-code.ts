/**
 * A check code over any JSON: eight characters that come out otherwise when anything in it does. The order of keys
 * does not matter. It tells honest versions apart, cheaply; it is no signature, and nothing may trust it as one: at
 * this length no digest could be, so none of the costly ones is taken. Every chance difference shows but for one in
 * four thousand million.
 */
export function checkCode(value: unknown): string {
  const lanes: Lanes = { a: 0xdeadbeef, b: 0x41c6ce57 };
  feed(lanes, value);
  const mixed =
    Math.imul(lanes.a ^ (lanes.a >>> 16), 2246822507) ^ Math.imul(lanes.b ^ (lanes.b >>> 13), 3266489909);
  const code = Math.imul(mixed ^ (mixed >>> 15), 2654435761);
  return ((code ^ (code >>> 16)) >>> 0).toString(16).padStart(8, '0').toUpperCase();
}

/** Two running sums of 32 bits, as in cyrb53. */
type Lanes = { a: number; b: number };

/** What stands before each kind of value, so that no two values read alike. */
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

function feedObject(lanes: Lanes, object: Record<string, unknown>): void {
  const keys = Object.keys(object).sort();
  feedNumber(lanes, kinds.object);
  feedNumber(lanes, keys.length);
  for (const key of keys) {
    feedText(lanes, kinds.text, key);
    feed(lanes, object[key]);
  }
}

function feedNumber(lanes: Lanes, number: number): void {
  lanes.a = Math.imul(lanes.a ^ number, 2654435761);
  lanes.b = Math.imul(lanes.b ^ number, 1597334677);
}

/** Its length goes first: no text can pose as two. */
function feedText(lanes: Lanes, kind: number, text: string): void {
  feedNumber(lanes, kind);
  feedNumber(lanes, text.length);
  let { a, b } = lanes;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  lanes.a = a;
  lanes.b = b;
}
