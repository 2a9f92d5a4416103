import type { Json } from './json.ts';

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
  /** Where it stands, in the programme's words: field “Days” of section “The plan”. */
  place: string;
  /** What is wrong, in the programme's language. */
  message: string;
  /** What stands in the sentence, for machines. */
  params: Record<string, Json>;
  /** `error` refuses publication; `note` says what could be written better. */
  severity: 'error' | 'warning' | 'note';
  /** What would mend it, where the check can tell. */
  hint?: string;
  /** The rule in which it stands, as people read it. */
  rule?: string;
  /** What is wrong only because of it: mended along with it, as far as anybody can tell. */
  follows?: DefinitionProblem[];
};
