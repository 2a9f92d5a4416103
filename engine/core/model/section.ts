import type { FieldSchema, Json, Logic } from './json.ts';
import type { Severity } from './problem.ts';

/** One record, rows, items by columns, or evidence alone. */
export type SectionKind = 'form' | 'table' | 'grid' | 'documents';

/** A place for evidence: on the section, or on each row of a table. */
export type SlotDefinition = {
  id: string;
  title: string;
  per?: 'section' | 'row';
  /** Media types; default PDF alone. Told by content, never by name. */
  accept?: string[];
  /** How many files; default 1. */
  max?: number;
  /** The evidence is a signed print of this sheet; a file goes stale when the sheet's revision changes. */
  of?: string;
  visibleWhen?: Logic;
  requiredWhen?: Logic;
  /** The field beside which it is drawn, as a pointer inside the section: `/education`. */
  at?: string;
  help?: string;
  /** The sheets of its section that list its files; absent: all of them. */
  sheets?: string[];
  source?: string;
};

/** A statement about answers that must hold. */
export type RuleDefinition = {
  id: string;
  /** Once for the section, once for each row, or once for each item of a list in the record. */
  per?: 'section' | 'row' | 'item';
  /** The list of `per: item`, as a pointer inside the record. */
  list?: string;
  /** The rule applies only where this holds. */
  when?: Logic;
  require: Logic;
  /** Pointer inside the section (or the row, the item) to the field that shows the message. */
  at?: string;
  message: string;
  severity: Severity;
  /** Shipped but switched off: policy staff turn it on. */
  enabled?: boolean;
  source?: string;
};

/** A column of a grid; `years` columns are made from the cycle's year. */
export type GridColumn = { id: string; title: string };
/** Columns by name, or years counted from the cycle's. */
export type GridColumns = GridColumn[] | { years: { from: number; to: number }; title: string };

/** A row of a grid. The cell's schema is one of the section's `cells`, overlaid with `schema`. */
export type GridItem = {
  id: string;
  title: string;
  unit?: string;
  cell: string;
  schema?: FieldSchema;
  required?: boolean;
  visibleWhen?: Logic;
  requiredWhen?: Logic;
  /** The engine computes each cell: reads `column` = {id, title} and `cells` of the same column. */
  derive?: Logic;
  help?: string;
  source?: string;
};

/** Rows of a grid that the person adds. */
export type OwnItems = { max: number; title: string; cell: string };

/** Sums of a grid: the titles of the last line and the last column, where there are such, and their type of cell. */
export type GridSums = { cell: string; down?: string; across?: string; source?: string };

/** How a field is drawn; keyed by pointer inside the section or row: `/period`. */
export type UiHints = Record<
  string,
  { widget?: string; width?: number; help?: string; span?: number; [option: string]: Json | undefined }
>;

/** One tab's part: a `form` (one record), a `table` (rows), a `grid` (items x columns), `documents` (files). */
export type SectionDefinition = {
  id: string;
  title: string;
  kind: SectionKind;
  help?: string;
  /** form: an object schema. table: an array of objects. Absent for grid and documents. */
  schema?: FieldSchema;
  columns?: GridColumns;
  cells?: Record<string, FieldSchema & { blank?: string }>;
  items?: GridItem[];
  own?: OwnItems;
  sums?: GridSums;
  /** Each item or row may carry a tick; `sheets` that it decides over. */
  mark?: { title: string; default: boolean; sheets: string[] };
  /** Reviewers may strike rows: they leave the named sheets. */
  strike?: { sheets: string[] };
  ui?: UiHints;
  slots?: SlotDefinition[];
  rules?: RuleDefinition[];
  visibleWhen?: Logic;
  /** Nobody writes anything of it while this holds, and nothing of it stops who hands in. */
  readOnlyWhen?: Logic;
  /** Default `["applicant"]`. */
  editBy?: string[];
  /** Who may see it; absent: whoever sees the case. */
  visibleTo?: string[];
  /** Until the passes of the round are void, or as long as the case; absent: the round for what a desk's event writes. */
  holds?: 'round' | 'case';
  /** The sheets on which it stands. */
  sheets?: string[];
  source?: string;
};
