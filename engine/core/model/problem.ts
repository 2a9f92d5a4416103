export type { AnswerProblem } from './wire/errors.ts';

/** `block` stops a submission; `warn` is shown and goes along. */
export type Severity = 'block' | 'warn';

/** A definition is wrong: found by `lint` or `load`, all at once. */
export type DefinitionProblem = {
  /** The check that found it: `unknown-field`, `unreachable-state`, … */
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
