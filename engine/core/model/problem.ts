import type { Json } from './json.ts';

/** `block` stops a submission; `warn` is shown and goes along. */
export type Severity = 'block' | 'warn';

/** Answers are wrong: found by `validate`, shown at the field, never thrown. */
export type AnswerProblem = {
  /** JSON pointer into the application's sections: `/study/0/period`. */
  path: string;
  section: string;
  /** The row's own id, where the path runs through a row: stable when rows move. */
  row?: string;
  /** What is wrong, in one word: `required`, `format`, `maxItems`, `rule`, `evidence`, … */
  code: string;
  /** The id of the rule or of the slot that speaks. */
  rule?: string;
  slot?: string;
  params: Record<string, Json>;
  /** Where it stands, in the form's words: `Study, row 2, number`. */
  place: string;
  /** What to do, in the programme's language. */
  message: string;
  severity: Severity;
  source?: string;
};

/** A definition is wrong: found by `lint` or `load`, all at once. */
export type DefinitionProblem = {
  /** The check that speaks: `unknown-field`, `unreachable-state`, … */
  code: string;
  /** File of the programme's folder, relative to it: `2026/sections/study.json`. */
  file: string;
  /** JSON pointer inside the file. */
  pointer: string;
  message: string;
  /** `error` refuses publication; `note` says what could be written better. */
  severity: 'error' | 'warning' | 'note';
  /** What would mend it, where the check can tell. */
  hint?: string;
};
