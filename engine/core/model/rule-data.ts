import type { CycleDefinition } from './definition.ts';
import type { Json, JsonObject } from './json.ts';

/** Where a case stands, as rules read it, and what people call that. What nobody knows yet is null. */
export type CaseFacts = StateFacts & CaseNames;

/** What people call the parts of a case. */
export type CaseNames = {
  /** The form. */
  category: { id: string; title: string } | null;
  /** Whoever holds it; where several do, all of them. */
  desk: { title: string } | null;
  /** The organisations at the desks, by desk. */
  names: Record<string, string>;
};

/** Where a case stands on its route. */
export type StateFacts = {
  /** The state as text: `pending.office`. */
  state: string | null;
  title: string | null;
  tags: string[];
  round: number | null;
  /** Desks that passed in this round. */
  acted: string[];
  returnedBy: string | null;
  enteredAt: string | null;
  vars: JsonObject;
  /** On routes: desks whose organisation has gone since. */
  vacant: string[];
};

/** Another application of whoever files this one, as rules read it: where it stands, and nothing of its answers. */
export type OtherCase = {
  /** The cycle's id. */
  cycle: string;
  category: string;
  categoryTitle: string;
  state: string | null;
  title: string | null;
  tags: string[];
  round: number | null;
  enteredAt: string | null;
};

/**
 * What a rule reads: the names of the definition language (definitions/README.md, section 6). `ruleData` alone makes
 * it. `params` stand beside these inside a named expression only.
 */
export type RuleData = {
  /** Answers by section. */
  application: JsonObject;
  /** The value of the section in which the rule stands. */
  section: Json;
  /** The row in which it stands, and its place among the rows. */
  row: JsonObject | null;
  index: number | null;
  /** The item of a list in its record in which it stands. */
  item: JsonObject | null;
  /** The applicant's own registration, by section. */
  applicant: JsonObject;
  /** Their organisation: {id, kind, level, name, …attributes}, its registration by section. */
  unit: JsonObject;
  /** Organisation by desk; null where nobody holds it. */
  desks: Record<string, string | null>;
  /** The desk that fires an event. */
  desk: string | null;
  /** The numbers of a batch. */
  subtree: Record<string, number>;
  /** How many files: section -> slot -> n. */
  files: Record<string, Record<string, number>>;
  /** How many files in the slots of this row. */
  slots: Record<string, number>;
  /** The cycle, with the edition's own `facts`. */
  cycle: CycleDefinition & { facts: JsonObject };
  /** ISO date and time with offset. */
  now: string | null;
  case: CaseFacts;
  /** The other applications of whoever files this one, newest first. */
  others: OtherCase[];
  /** What was filled in with an event. */
  input: Json;
  /** The entry of a code list that is being offered. */
  option: JsonObject | null;
  /** The column of a grid, and the other cells that stand in it. */
  column: { id: string; title: string } | null;
  cells: JsonObject;
};
