import type { Json, JsonObject, Logic } from './json.ts';
import type { RuleDefinition, SectionDefinition } from './section.ts';

/** A page of the form: one tab with one or more sections under a heading of the menu. */
export type PageDefinition = {
  id: string;
  title: string;
  menu: string;
  sections: string[];
  help?: string;
  /** The next page is only reached once nothing is missing here. */
  complete?: 'beforeNext';
};

/** A heading of the menu: of the pages that name it, or itself one of the pages that every application has. */
export type MenuDefinition = { id: string; title: string; page?: 'confirm' | 'sheets' | 'opinions' };

/** How many applications somebody may have in a cycle; asked when a further one is begun. */
export type LimitDefinition = {
  /** So many that count. Absent in a category: as many as the cycle takes. */
  most?: number;
  /** Tags: in such a state an application counts no longer. Absent: each counts, however it has ended. */
  closedBy?: string[];
  /** Tags: an application in such a state bars every further one. */
  excludedBy?: string[];
  source?: string;
};

/**
 * A form that somebody fills: an application's category, or an account's registration.
 * `sections` are resolved by `load`: named in `pages`, read from the section files, overlaid.
 */
export type CategoryDefinition = {
  id: string;
  title: string;
  description?: string;
  /** Takes everything of another category first (RFC 7396 merge patch). */
  extends?: string;
  /** Only there to be extended. */
  abstract?: boolean;
  route: string;
  /** Whether a person or an organisation files it. */
  applicant?: 'person' | 'organisation';
  /** May be chosen by this applicant: reads `applicant`, `unit`, `cycle`. */
  offeredWhen?: Logic;
  /** How many of this category alone, besides what the cycle says of all. */
  limit?: LimitDefinition;
  menus?: MenuDefinition[];
  pages: PageDefinition[];
  /** RFC 7396 merge patches by section id. */
  overlay?: Record<string, Json>;
  rules?: RuleDefinition[];
  /** What an account form makes, and where its parts stand. Absent for applications. */
  account?: AccountBinding;
  /** Fields that lists show and search: pointers with titles. */
  summary?: { title: string; at: string }[];
  sheets?: string[];
  /** Values of facts that are others here than in the rest of the edition. */
  facts?: JsonObject;
  source?: string;
  /** Filled by `load`. */
  sections: SectionDefinition[];
};

/**
 * One step of making values comparable: blanks and invisible marks off, one case, letters and digits alone, one form
 * for those that look alike.
 */
export type Normalisation = 'trim' | 'upper' | 'lower' | 'identifier' | 'lookalikes';

/** Ties a registration form to the account that it makes. Pointers run from the form's sections: `/person/name`. */
export type AccountBinding = {
  makes: 'person' | 'organisation';
  /** The role of the first user, or of the person. */
  role: string;
  name: string;
  /** Pointer to the organisation's kind (an id of `organisationKinds`); not needed where one kind alone has this form. */
  kind?: string;
  /** Pointer to the organisation that it registers under. */
  parent: string;
  /** Values that only one account may hold, compared after normalisation, kept as a keyed hash. */
  unique?: { id: string; at: string; normalise?: Normalisation[]; message: string }[];
  /** Attributes of the organisation that rules read as `unit.<key>`: key -> pointer. */
  attributes?: Record<string, string>;
};
