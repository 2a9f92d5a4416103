import type { JsonObject } from '#core/model/index.ts';

/** What in a starter is filled in, by ids. */
export type StarterParts = {
  top: string;
  applies: string;
  person: { form: string; section: string };
  organisation: { form: string; section: string };
  category: string;
  section: string;
  /** The question that the others are laid out like on the sheet. */
  field: string;
  sheet: string;
  roster: string;
};

/** A question of a form: how it is written, and how it is drawn. */
export type NewQuestion = { id: string; schema: JsonObject; ui?: JsonObject; isRequired: boolean };

/** A kind of organisation; `above`: the kind under which it stands, null at the top. */
export type NewKind = { id: string; title: string; above: string | null };

/** An organisation that is there from the start; `above`: the one under which it stands. */
export type NewUnit = { id: string; kind: string; name: string; above: string };

/** An account form: what it is called and what it asks for besides. */
type NewAccount = { title: string; questions: NewQuestion[] };

/** A programme as somebody typed it in. Kinds come from the top down; those of the starter keep their ids. */
export type NewProgramme = {
  id: string;
  title: string;
  topName: string;
  kinds: NewKind[];
  units: NewUnit[];
  person: NewAccount;
  organisation: NewAccount;
  form: string;
  section: string;
  questions: NewQuestion[];
  sheet: string;
  roster: string;
};
