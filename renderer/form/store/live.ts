import type { AnswerProblem, Application, Facts, FieldSchema, Json, JsonObject } from '#core/model/index.ts';

/** A choice that a field offers, and why it cannot be made now. */
export type Offered = { value: Json; reason?: string };

/** How a field stands now. `options` are what it offers, where that depends on other answers. */
export type FieldState = {
  visible: boolean;
  required: boolean;
  readOnly: boolean;
  options?: readonly Offered[];
};

type SlotState = { visible: boolean; required: boolean };

/** Why a field is as it is: the rule as a sentence, which answers it has read, and the clause that it comes from. */
export type Reason = {
  sentence: string;
  effect: 'visible' | 'required' | 'readOnly' | 'derived';
  found: { place: string; value: Json; schema: FieldSchema }[];
  source?: string | undefined;
};

/**
 * Everything that follows from the answers as they stand: computed by the engine's core, here and on the server
 * alike.
 */
export type Live = {
  sectionVisible: (section: string) => boolean;
  /** Nobody writes anything of it now. */
  sectionLocked: (section: string) => boolean;
  /** `path` is a pointer into the sections, rows by index; `listed`: its object names it among `required`. */
  field: (path: string, listed: boolean) => FieldState;
  /** Rows by their id. */
  slot: (section: string, slot: string, row?: string) => SlotState;
  item: (section: string, item: string) => SlotState;
  /** The answers with what the engine computed put in. */
  values: JsonObject;
  problems: readonly AnswerProblem[];
};

/** The engine bound to one category of one edition. */
export type LiveEngine = {
  live: (application: Application, facts: Facts) => Live;
  explain: (application: Application, facts: Facts, path: string) => Promise<Reason[]>;
  /** First values of a new row, or of a record. */
  presets: (application: Application, facts: Facts, section: string) => JsonObject;
  /** The first value of a new item of the list at a pointer into the sections, rows by index. */
  itemPreset: (application: Application, facts: Facts, path: string) => Json | undefined;
};
