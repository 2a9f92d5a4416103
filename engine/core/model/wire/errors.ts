import { type Static, Type } from 'typebox';
import { anyJson, anyObject, closed, oneOf, text, version } from './parts.ts';

/** Answers are wrong: found by `validate`, shown at the field, never thrown. */
export const AnswerProblem = closed({
  /** JSON pointer into the application's sections: `/study/0/period`. */
  path: text(),
  section: text(),
  /** The row's own id, where the path runs through a row: stable when rows move. */
  row: Type.Optional(text()),
  /** What is wrong, in one word: `required`, `format`, `maxItems`, `rule`, `evidence`, … */
  code: text(),
  /** The id of the rule or slot that the problem is about. */
  rule: Type.Optional(text()),
  slot: Type.Optional(text()),
  params: anyObject(),
  /** Where it stands, in the form's words: `Study, row 2, number`. */
  place: text(),
  /** What to do, in the programme's language. */
  message: text(),
  /** `block` stops a submission; `warn` is shown and goes along. */
  severity: oneOf('block', 'warn'),
  source: Type.Optional(text()),
});
export type AnswerProblem = Static<typeof AnswerProblem>;

/** Why an event did not fire: `code` is `not-allowed`, `condition`, `input`, `invalid`, `batch` or `unknown-event`. */
export const Refusal = closed({
  code: text(),
  message: text(),
  condition: Type.Optional(text()),
  details: Type.Optional(anyJson),
});
export type Refusal = Static<typeof Refusal>;

/** Every 4xx and 5xx answer. `message` is for the person, in their language. */
export const ErrorBody = closed({
  code: text(),
  message: text(),
  requestId: text(),
  problems: Type.Optional(Type.Array(AnswerProblem)),
  refused: Type.Optional(Refusal),
  /** On 409: what is stored now. */
  current: Type.Optional(closed({ version, value: anyJson })),
});
export type ErrorBody = Static<typeof ErrorBody>;
