import type { Json } from '#core/model/index.ts';

/** A text as JSON, or what is wrong with it and where (both counted from 1). */
type JsonText = { json: Json } | { message: string; line: number; column: number };

const DEEPEST = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

class Fault extends Error {
  offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Reads JSON as strictly as RFC 8259 wants it, and refuses a key that stands twice in one object, which
 * JSON.parse would lose silently. Written out because no runtime tells the place of an error reliably.
 */
export function parseJson(text: string): JsonText {
  try {
    const end = skipBlank(text, skipValue(text, skipBlank(text, 0), 0));
    if (end < text.length) throw new Fault('nothing may follow the value', end);
    return { json: JSON.parse(text) as Json };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { message: error.message, ...positionIn(text, error.offset) };
  }
}

function skipValue(text: string, at: number, depth: number): number {
  if (depth > DEEPEST) throw new Fault(`nested deeper than ${DEEPEST}`, at);
  const sign = text[at];
  if (sign === undefined) throw new Fault('the text ends too early', at);
  if (sign === '{') return skipObject(text, at, depth);
  if (sign === '[') return skipList(text, at, depth);
  if (sign === '"') return skipString(text, at);
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) return at + word.length;
  return skipMatch(NUMBER, text, at, `"${sign}" begins no JSON value`);
}

function skipObject(text: string, start: number, depth: number): number {
  const keys = new Set<string>();
  let at = skipBlank(text, start + 1);
  if (text[at] === '}') return at + 1;
  for (;;) {
    const end = skipString(text, at);
    refuseTwice(keys, text.slice(at, end), at);
    at = skipBlank(text, expect(text, skipBlank(text, end), ':'));
    at = skipBlank(text, skipValue(text, at, depth + 1));
    if (text[at] === '}') return at + 1;
    at = skipBlank(text, expect(text, at, ','));
  }
}

function skipList(text: string, start: number, depth: number): number {
  let at = skipBlank(text, start + 1);
  if (text[at] === ']') return at + 1;
  for (;;) {
    at = skipBlank(text, skipValue(text, at, depth + 1));
    if (text[at] === ']') return at + 1;
    at = skipBlank(text, expect(text, at, ','));
  }
}

function skipString(text: string, at: number): number {
  return skipMatch(
    STRING,
    text,
    at,
    text[at] === '"'
      ? 'this text does not end or is not written as JSON wants'
      : 'a key in quotes is expected',
  );
}

function skipMatch(pattern: RegExp, text: string, at: number, message: string): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) throw new Fault(message, at);
  return pattern.lastIndex;
}

function skipBlank(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ' || text[next] === '\n' || text[next] === '\r' || text[next] === '\t') next += 1;
  return next;
}

function expect(text: string, at: number, sign: string): number {
  if (text[at] !== sign) throw new Fault(`"${sign}" is expected`, at);
  return at + 1;
}

function refuseTwice(keys: Set<string>, literal: string, at: number): void {
  const key = String(JSON.parse(literal));
  if (keys.has(key)) throw new Fault(`the key "${key}" stands twice`, at);
  keys.add(key);
}

function positionIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
