import jsonc, { type JSONVisitor } from 'jsonc-parser';
import type { Json } from '#core/model/index.ts';

/** A text as JSON, or what is wrong with it and where (both counted from 1). */
type JsonText = { json: Json } | Fault;
type Fault = { message: string; line: number; column: number };

const DEEPEST = 64;

/** Our sentence for each name of an error of the library. */
const SENTENCES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON (keys and texts stand in double quotes)',
  InvalidNumberFormat: 'this number is not written as JSON wants',
  UnexpectedEndOfNumber: 'this number is not written as JSON wants',
  PropertyNameExpected: 'a key in quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: '":" is expected',
  CommaExpected: '"," is expected',
  CloseBraceExpected: '"," or "}" is expected',
  CloseBracketExpected: '"," or "]" is expected',
  EndOfFileExpected: 'nothing may follow the value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'this text does not end',
  InvalidUnicode: 'this text is not escaped as JSON wants',
  InvalidEscapeCharacter: 'this text is not escaped as JSON wants',
  InvalidCharacter: 'this text holds a character that JSON wants escaped',
};

class Refusal extends Error {
  readonly fault: Fault;
  constructor(message: string, line: number, character: number) {
    super(message);
    this.fault = { message, line: line + 1, column: character + 1 };
  }
}

/**
 * Reads JSON as strictly as RFC 8259 wants it, and refuses a key that stands twice in one object, which
 * JSON.parse would lose silently. Read twice because no runtime tells the place of an error reliably.
 */
export function parseJson(text: string): JsonText {
  try {
    jsonc.visit(text, refusals(), { disallowComments: true });
    return { json: JSON.parse(text) as Json };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.fault;
  }
}

/** Throws at the first error: the library would read on after it, as deep as the stack goes. */
function refusals(): JSONVisitor {
  const open: Set<string>[] = [];
  const enter = (_offset: number, _length: number, line: number, character: number): void => {
    if (open.length > DEEPEST) throw new Refusal(`nested deeper than ${DEEPEST}`, line, character);
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
      if (open.at(-1)?.has(key)) throw new Refusal(`the key "${key}" stands twice`, line, character);
      open.at(-1)?.add(key);
    },
    onError: (code, _offset, _length, line, character) => {
      const name = jsonc.printParseErrorCode(code);
      throw new Refusal(SENTENCES[name] ?? name, line, character);
    },
  };
}
