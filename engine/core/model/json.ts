import type { Json } from '#core/json/index.ts';

export type { Json, JsonObject } from '#core/json/index.ts';

/**
 * A JSON Logic expression of the closed dialect in `vocabulary/operators`: a literal, a list of
 * expressions, or an object with exactly one key, the operator.
 */
export type Logic = Json;

/** A JSON Schema of the allowed subset (`vocabulary/keywords`), the engine's own keywords included. */
export type FieldSchema = {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
  title?: string;
  description?: string;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  enum?: Json[];
  /** The values that may be chosen, each with what people call it; in place of `enum`. */
  oneOf?: { const: Json; title: string; source?: string }[];
  const?: Json;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  pattern?: string;
  format?: string;
  /** How a number is written: `#,##0.00`, `0.0%`, `capital`. */
  number?: string;
  /** Takes the named fragment of `fragments/` first; the other keywords overlay it. Resolved by `load`. */
  fragment?: string;
  /** The value is an entry of this code list, valid at the cycle's date. */
  code?: string;
  /** Proposes the titles of this code list to whoever writes; any other text is as right. */
  suggest?: string;
  /** Texts that are proposed to whoever writes. */
  examples?: string[];
  /** Narrows the code list: reads `option` = {code, title, …attributes}. */
  optionsWhen?: Logic;
  /** Shows a choice and says why it cannot be made: reads `option` as `optionsWhen` does. */
  disabledWhen?: { when: Logic; reason: string; source?: string }[];
  /** The word that answers "there is none" where a format or a code list would refuse it. */
  none?: string;
  /** On the cells of a grid: the word for "not applicable". */
  blank?: string;
  /** Hidden, and its answer left out, unless this holds. */
  visibleWhen?: Logic;
  /** Must be answered when this holds, besides what `required` names. */
  requiredWhen?: Logic;
  /** Shown, never written, while this holds. */
  readOnlyWhen?: Logic;
  /** The engine computes the value; nobody writes it. */
  derive?: Logic;
  /** The first value of a new record; may be changed. */
  preset?: Logic;
  /** Who may write it: `applicant`, `desks` (whichever desk holds the case) or the ids of desks. */
  editBy?: string[];
  /** Who may see it: `applicant`, `desks` (every desk) or the ids of desks; absent: whoever sees the case. */
  visibleTo?: string[];
  /** Until the passes of the round are void, or as long as the case; absent: the round for what a desk's event writes. */
  holds?: 'round' | 'case';
  /** The sheets that may show it; narrows what its section says. */
  sheets?: string[];
  /** Encrypted at rest and masked in lists. */
  sensitive?: boolean;
  /** Sentences in place of the locale's, by code: {required, pattern, …}. */
  messages?: Record<string, string>;
  /** How print and read-only view write an object or number: `{total} ({part} indoors)`. */
  text?: string;
  /** What is shown in place of a value of `enum`, or of the words of `none` and `blank`; kept is the value. */
  words?: Record<string, string>;
  /** Where it comes from: a clause, a standard, or `to be confirmed`. */
  source?: string;
};
