import type { CategoryDefinition } from './category.ts';
import type { CodeList, Definition, RosterDefinition, SheetDefinition } from './definition.ts';
import type { FieldSchema, JsonObject } from './json.ts';
import type { CompiledLogic, LogicScope } from './logic.ts';
import type { RouteMachine } from './machine.ts';
import type { RouteDefinition } from './route.ts';
import type { RuleDefinition, SectionDefinition, SectionKind, SlotDefinition } from './section.ts';

/** What Ajv reports, as far as problems are made of it. */
export type ValidationError = {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
};

/** A validator of a JSON Schema, compiled by Ajv (server) or interpreting it (browser). */
export type Validator = ((data: unknown) => boolean) & { errors?: ValidationError[] | null };

/** The fields of a section that change with the answers. `path` is inside the section or row: `/education/certNo`. */
export type CompiledField = {
  path: string;
  segments: string[];
  schema: FieldSchema;
  /** Its object names it in `required`. */
  listed: boolean;
  /** The fields whose visibility condition decides over it: the groups around it, and itself. */
  visibilityChain: CompiledField[];
  /** The groups in which it stands that may be left out, as their keys. */
  optional: string[][];
  visible?: CompiledLogic | undefined;
  required?: CompiledLogic | undefined;
  readOnly?: CompiledLogic | undefined;
  derive?: CompiledLogic | undefined;
  preset?: CompiledLogic | undefined;
  options?: CompiledLogic | undefined;
  /** Why single choices cannot be made. */
  disabled: { when: CompiledLogic; reason: string }[];
};

/** A list inside a record whose items have logic of their own. `path` is inside the section or row: `/milestones`. */
export type CompiledList = {
  path: string;
  segments: string[];
  schema: FieldSchema;
  /** The fields of an item that have a condition; their paths begin at the item. */
  fields: CompiledField[];
  /** Of these, those that must be answered by a condition. */
  asked: CompiledField[];
  /** Of these, those whose choices depend on other answers. */
  narrowed: CompiledField[];
  /** The first value of an item that is one answer. */
  preset?: CompiledLogic | undefined;
};

/** A rule whose logic is ready to run. */
export type CompiledRule = {
  definition: RuleDefinition;
  when?: CompiledLogic | undefined;
  require: CompiledLogic;
};
/** A slot whose conditions are ready to run. */
export type CompiledSlot = {
  definition: SlotDefinition;
  id: string;
  /** How many files it takes. */
  max: number;
  visible?: CompiledLogic | undefined;
  required?: CompiledLogic | undefined;
};

/** An item of a grid, its cell type merged with its own schema. */
export type CompiledGridItem = {
  id: string;
  title: string;
  unit?: string | undefined;
  required: boolean;
  schema: FieldSchema;
  visible?: CompiledLogic | undefined;
  requiredWhen?: CompiledLogic | undefined;
  derive?: CompiledLogic | undefined;
};

/** A section's parts by what validation asks of them. */
export type SectionPlan = {
  /** Fields that must be answered by a condition. */
  asked: CompiledField[];
  /** Fields whose choices depend on other answers. */
  narrowed: CompiledField[];
  /** Items with a condition or a derivation. */
  items: CompiledGridItem[];
  slots: CompiledSlot[];
  rowSlots: CompiledSlot[];
  /** Slots for the signed print of a sheet. */
  prints: CompiledSlot[];
  rules: CompiledRule[];
  rowRules: CompiledRule[];
  /** Rules of the items of a list in a record. */
  itemRules: CompiledRule[];
};

/** A section with everything that filling, checking and printing ask of it. */
export type CompiledSection = {
  definition: SectionDefinition;
  id: string;
  kind: SectionKind;
  /** The standard JSON Schema projected from the definition: codes as enum, `none` as anyOf, no engine keywords. */
  schema: JsonObject;
  /** The section's value as one field, whatever its kind: `schemaAt` walks it. */
  shape: FieldSchema;
  /** First pass, stops at the first error. */
  accepts: Validator;
  /** Second pass, every error; only run when the first fails. */
  explains: Validator;
  /** Every field with a condition, parents before children, derived ones in dependency order. */
  fields: CompiledField[];
  /** The lists inside its records whose items have logic of their own. */
  lists: CompiledList[];
  visible?: CompiledLogic | undefined;
  readOnly?: CompiledLogic | undefined;
  rules: CompiledRule[];
  slots: CompiledSlot[];
  columns: { id: string; title: string }[];
  /** The columns as rules read them: as they are written, in whatever language the section is looked at. */
  ruleColumns: { id: string; title: string }[];
  items: CompiledGridItem[];
  /** In which a date and time is read and written. */
  timeZone: string;
  plan: SectionPlan;
};

/**
 * One thing that changes what rules read: something is shown or taken away, or a value is computed.
 * It concerns the field, slot or item that it names, else the section itself.
 */
export type CompiledStep = {
  verb: 'show' | 'derive';
  section: string;
  logic: CompiledLogic;
  field?: CompiledField | undefined;
  /** The list in whose items the field stands. */
  list?: CompiledList | undefined;
  slot?: CompiledSlot | undefined;
  item?: CompiledGridItem | undefined;
};

/** What has to be computed again where one answer has changed. */
export type Affected = {
  /** Sections whose value may be another: the one of the answer, and those in which a step may give something else. */
  changed: ReadonlySet<string>;
  /** The steps of those sections, in dependency order. */
  steps: readonly CompiledStep[];
  /** Those of them that may give something else. */
  stale: ReadonlySet<CompiledStep>;
  /** Sections whose states or problems may be others: those that changed, and those that read what has changed. */
  touched: readonly CompiledSection[];
  /** Rules of the whole form that read what has changed, or are reported there. */
  rules: readonly CompiledRule[];
};

/** What of a form has to be read and computed for some of its names; a name is its keys, from `application` on. */
export type FormPart = {
  sections: CompiledSection[];
  steps: CompiledStep[];
  /** Those names, and all that is read on the way to them: answers, and facts such as `unit.name`. */
  reads: (readonly string[])[];
};

/** A form with its sections, and the steps that resolve its answers. */
export type CompiledCategory = {
  definition: CategoryDefinition;
  sections: CompiledSection[];
  bySection: Record<string, CompiledSection>;
  /** The sections that stand on a sheet, by its id. */
  bySheet: Record<string, CompiledSection[]>;
  rules: CompiledRule[];
  offered?: CompiledLogic | undefined;
  /** Every visibility condition and every derivation of the category, in dependency order. */
  steps: CompiledStep[];
  /** Steps change what they, or those before them, have read. */
  isCircular: boolean;
  /** What depends on the answer at these keys (of a section, of a field in it, …). */
  affectedBy: (segments: readonly string[]) => Affected;
  /** What of it is needed to know what stands under these names. */
  partFor: (names: readonly (readonly string[])[]) => FormPart;
};

/** What an event asks for: a form of one section, `input`. */
export type CompiledInput = CompiledCategory;

/** Who may fire what, where: one line of the authorization table. */
export type RoutePermission = { state: string; event: string; by: string; guarded: boolean };

/** A route with its machine and the table of who may do what. */
export type CompiledRoute = {
  definition: RouteDefinition;
  machine: RouteMachine;
  permissions: RoutePermission[];
};

/** An edition ready to run: frozen, named by the hash of its content. */
export type CompiledEdition = {
  hash: string;
  definition: Definition;
  /** What the logic of the edition may name: one object, so that what was compiled against it is found again. */
  scope: LogicScope;
  categories: Record<string, CompiledCategory>;
  routes: Record<string, CompiledRoute>;
  /** What events ask for, by `route/event`. */
  inputs: Record<string, CompiledInput>;
  codes: Record<string, CodeList>;
  sheets: Record<string, SheetDefinition>;
  rosters: Record<string, RosterDefinition>;
  /**
   * The edition in the language that it is written in, where this is its view in another: rules, revisions and whatever
   * is kept go by it, so that nothing depends on who looks. Absent: this is it.
   */
  written?: CompiledEdition;
};
