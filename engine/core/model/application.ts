import type { CycleDefinition } from './definition.ts';
import type { Json, JsonObject } from './json.ts';
import type { CaseFacts, OtherCase } from './rule-data.ts';
import type { FileRef } from './wire/files.ts';

export type { FileRef };

/** A row of a table section, by its id. */
export type RowRef = { section: string; row: string };

/** A row of a table: its fields, its own stable id, and its tick where the section has one. */
export type TableRow = JsonObject & { id: string; mark?: boolean };

/** What a grid holds: cells by item and column, ticks by item, and the rows that the person added. */
export type GridValue = {
  cells: Record<string, Record<string, Json>>;
  marks: Record<string, boolean>;
  own: { id: string; title: string; unit?: string; cells: Record<string, Json>; mark?: boolean }[];
};

/**
 * What somebody has filled in. `sections` holds by section id: an object (form), a list of rows (table),
 * a GridValue (grid); nothing for documents. Only `validate` knows whether it is right.
 */
export type Application = {
  category: string;
  sections: JsonObject;
  files: FileRef[];
  strikes: RowRef[];
};

/** What rules may read besides the answers. The server fills it in and sends it to the browser. */
export type Facts = {
  /** The applicant's own registration, by section: `applicant.person.name`. */
  applicant: JsonObject;
  /** Their organisation: {id, kind, level, name, …attributes}, its registration by section. */
  unit: JsonObject;
  /** Organisation by desk; null where nobody holds it. */
  desks: Record<string, string | null>;
  subtree?: Record<string, number>;
  cycle: CycleDefinition;
  /** Codes, by list, that have ended since the edition of the case was published. */
  ended?: Record<string, string[]>;
  /** ISO date and time with offset. */
  now: string;
  /** Where the case stands; absent for something that was never submitted. */
  case?: Partial<CaseFacts>;
  /** The same as whoever looks reads it: for lists, not for rules. */
  stateTitle?: string;
  /** The other applications of whoever files this one; absent: none. */
  others?: OtherCase[];
};
