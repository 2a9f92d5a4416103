import * as parser from 'jsonc-parser';
import type { Json } from '#core/model/index.ts';

/** A text as JSON, or what is wrong with it, by the library's name, and where (both counted from 1). */
type JsonText = { json: Json } | Fault;
type Fault = { reason: string; line: number; column: number };

/** Node sees the library as CommonJS, a bundler for browsers as a module with names. */
const jsonc: Pick<typeof parser, 'visit' | 'printParseErrorCode'> = Reflect.get(parser, 'default') ?? parser;

const DEEPEST = 64;

class Refusal extends Error {
  readonly fault: Fault;
  constructor(reason: string, line: number, character: number) {
    super(reason);
    this.fault = { reason, line: line + 1, column: character + 1 };
  }
}

/**
 * Reads JSON as strictly as RFC 8259 wants it, and refuses a key that stands twice in one object, which
 * JSON.parse would lose silently. What is wrong is looked for in a second reading, because no runtime tells the place
 * of an error reliably.
 */
export function parseJson(text: string): JsonText {
  const json = parsed(text);
  if (json !== undefined && keysIn(json) === keysWritten(text)) return { json };
  return parsedWithPlaces(text);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** How many keys a value has in all; none that could be right where it is too deep. */
function keysIn(value: Json, depth = 0): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEEPEST) return Number.NaN;
  let keys = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const part of Object.values(value)) keys += keysIn(part, depth + 1);
  return keys;
}

const STRING = /"(?:[^"\\]|\\.)*"([ \t\n\r]*:)?/g;

/** How many keys a text that is JSON writes, with those that stand twice: its strings before a colon. */
function keysWritten(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(STRING)) if (colon !== undefined) keys += 1;
  return keys;
}

function parsedWithPlaces(text: string): JsonText {
  try {
    jsonc.visit(text, refusals(), { disallowComments: true });
    return { json: JSON.parse(text) as Json };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.fault;
  }
}

/** Throws at the first thing that may not be: the library reads on after it, and as deep as the stack goes. */
function refusals(): parser.JSONVisitor {
  const open: Set<string>[] = [];
  const enter = (_offset: number, _length: number, line: number, character: number): void => {
    if (open.length > DEEPEST) throw new Refusal('TooDeep', line, character);
    open.push(new Set());
  };
  const leave = (): void => {
    open.pop();
  };
  return {
    onObjectBegin: enter,
    onArrayBegin: enter,
    onObjectEnd: leave,
    onArrayEnd: leave,
    onObjectProperty: (key, _offset, _length, line, character) => {
      if (open.at(-1)?.has(key)) throw new Refusal('TwiceTheKey', line, character);
      open.at(-1)?.add(key);
    },
    onError: (code, _offset, _length, line, character) => {
      throw new Refusal(jsonc.printParseErrorCode(code), line, character);
    },
  };
}
