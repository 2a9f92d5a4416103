import type { CategoryDefinition, LimitDefinition } from './category.ts';
import type { FieldSchema, Json, JsonObject, Logic } from './json.ts';
import type { RouteDefinition } from './route.ts';

/** A value that may be chosen; any further key is an attribute that rules can read. */
export type CodeEntry = {
  code: string;
  title: string;
  /** ISO dates, inclusive; an entry without them is always valid. */
  validFrom?: string;
  validTo?: string;
  successor?: string;
  parent?: string;
  source?: string;
  [attribute: string]: Json | undefined;
};

/** The values of a field with a fixed choice. */
export type CodeList = {
  id: string;
  title: string;
  /** Drafts keep entries that a newer edition of their cycle has ended; else another has to be chosen. */
  draftsKeepEnded?: boolean;
  source?: string;
  entries: CodeEntry[];
};

/** Named JSON Logic; `use` calls it, its parameters are read as `params.<name>`. */
export type ExpressionDefinition = {
  id: string;
  title: string;
  /** How a rule that uses it is read, with its parameters in it: `{birth} lies before {on}`. */
  phrase?: string;
  params: string[];
  logic: Logic;
  source?: string;
  /** Examples: the parameters, what it reads besides them, and what it gives. */
  cases?: { name: string; params?: JsonObject; data?: JsonObject; expects: Json }[];
};

/** What sort of organisation a node of the tree is, and how such a one comes to be. */
export type OrganisationKind = {
  id: string;
  title: string;
  level: number;
  /** Kinds that it may register under. Empty: it is seeded. */
  parents: string[];
  /** May people (or it itself) apply from here: always, or when the rule over `unit` holds. */
  applies?: boolean | Logic;
  /** Kinds of child that its staff may create by hand; these do not register. */
  creates?: string[];
  /** Registers by itself with this account form. */
  form?: string;
  source?: string;
};

/** What a role may do, besides what routes say of desks. */
export type Ability =
  | 'apply'
  | 'review'
  | 'accounts'
  | 'export'
  | 'cycle'
  | 'definitions'
  | 'publish'
  | 'replay'
  | 'audit'
  | 'jobs';

/** A role that users hold, and what it lets them do. */
export type RoleDefinition = {
  id: string;
  title: string;
  kinds?: string[];
  abilities: Ability[];
  secondFactor?: boolean;
  /** How the work of this role is done, for its help: the programme's own words. */
  guide?: GuidePart[];
};

/** A part of a role's help: a heading with paragraphs. */
export type GuidePart = { title: string; text: string[] };

/** The least length, how many classes of characters, and the code list of security questions. */
export type PasswordPolicy = { minLength: number; classes: number; questions: string };

/** What the cycles of a programme share: `programme.json`. */
export type ProgrammeDefinition = {
  id: string;
  title: string;
  /** Short form for narrow headers. */
  shortTitle?: string;
  locale: string;
  timeZone: string;
  /** The folder lists its files in manifest.json; `check` reports missing and unlisted ones. */
  manifest?: boolean;
  organisationKinds: OrganisationKind[];
  /** How pickers group what stands directly below one organisation, in this order. */
  organisationGroups?: { id: string; title: string; kinds: string[]; source?: string }[];
  roles: RoleDefinition[];
  password: PasswordPolicy;
  /** Titles for what rules read and no definition gives a title: `cycle.facts.x`, `code.list.attribute`. */
  titles?: Record<string, string>;
  /** Organisations that exist before anybody registers; `parent`: one that is listed before it. */
  seed: { organisations: { id: string; kind: string; name: string; parent?: string }[] };
  source?: string;
};

/** One run of a programme. Dates are ISO with offset; both ends inclusive. */
export type CycleDefinition = {
  id: string;
  title: string;
  year: number;
  opensAt: string;
  closesAt: string;
  asOf: string;
  /** `returnedUntil` or `returnedDays`, the grace of returned cases (see `windowOf`), and what the programme adds. */
  [key: string]: Json;
};

/** What belongs to one cycle: `edition.json`. */
export type EditionSettings = {
  id: string;
  cycle: CycleDefinition;
  quotas: { fileBytes: number; applicationBytes: number };
  /** How many applications of all categories together; absent: one. */
  limit?: LimitDefinition;
  /** So long after the cycle has closed its answers are erased; without `years` never. */
  retention?: { years?: number; source?: string };
  /** What rules read as `cycle.facts`: each a plain value, or described as a `NamedFact`. */
  facts?: JsonObject;
  source?: string;
};

/** A number, a date, a code or a list of codes that a programme says once: limits, rules and texts name it. */
export type NamedFact = {
  /** What people call it. */
  title: string;
  /** null: not in force. */
  value: Json;
  unit?: string | undefined;
  /** How much of the value makes one of the unit: 1048576 bytes are one MB. */
  per?: number | undefined;
  /** How its number is written, as of fields. */
  number?: string | undefined;
  /** What texts say of it: `{value} MB`. Absent: the value alone. */
  text?: string | undefined;
  /** The list whose codes it holds. */
  code?: string | undefined;
  minimum?: number | string | undefined;
  maximum?: number | string | undefined;
  source?: string | undefined;
};

/** What of something a template can show: all of it, or parts by their keys; see `shownBy`. */
export type Shown = true | { [key: string]: Shown };

/** Another language of a programme: its texts, nested by the ids on the way to each of them; see `translate`. */
export type LocaleDefinition = { id: string; texts: JsonObject };

/**
 * How a sheet of one page is made to fit: tables side by side under a head of so many millimetres. `columns`: their
 * widths, in parts; where one goes from a least to a most, in parts of a hundred, and the widths are chosen too. Between the bounds of the setting `fontSize` the largest letters are chosen, then the most padding of
 * rows (points), then empty rows by the settings `blankRows`. `rows`: what rows of a class are high at least, in
 * millimetres. `blocks`: nothing is handed in while the sheet does not fit.
 */
export type FitDefinition = {
  fontSize: string;
  rowPadding: [least: number, most: number];
  columns: (number | [least: number, most: number])[];
  head?: number;
  rows?: Record<string, number>;
  blankRows?: string[];
  blocks?: boolean;
};

/**
 * `by`: what somebody has to know of a print to ask about it. `corner`: where on its
 * first page the code stands. `when`: which of its prints are official besides having no watermark.
 */
export type AttestDefinition = {
  by: { title: string; at: string }[];
  when?: Logic;
  corner?: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
};

/** A printed form. */
export type SheetDefinition = {
  id: string;
  title: string;
  paper: {
    size: 'A3' | 'A4' | 'A5' | 'Letter' | 'Legal';
    orientation: 'portrait' | 'landscape';
    margin?: string;
    /** Two pages on a sheet twice as large, with a line to cut along. */
    nUp?: 2;
    /** Each page stands on both halves. */
    copies?: 2;
  };
  formats: ('html' | 'pdf')[];
  /** The most pages that it may take; 1 = one sheet. */
  pages?: number;
  fit?: FitDefinition;
  /** Prints without a watermark carry a code, by which everybody can ask whether such a print was issued. */
  attest?: AttestDefinition;
  /** Each time a case comes into a state with one of these tags, its print is frozen, and is the official one from then on. */
  frozenIn?: string[];
  /** The languages that it is printed in, of those of the programme; absent: all. */
  languages?: string[];
  watermark?: { text: string; when: Logic };
  /** Who may look at it besides the applicant and the desks. */
  availableWhen?: Logic;
  /** Who may print it; absent: whoever sees the case. */
  visibleTo?: string[];
  settings?: Record<string, FieldSchema>;
  /** The settings of one block of it each, which stand together on the screen; the others are about the whole sheet. */
  settingGroups?: Record<string, { title: string; settings: string[] }>;
  template: string;
  /** The template for categories in which it says a fact otherwise, by their ids. Filled by `load`. */
  templates?: Record<string, string>;
  css: string;
  /** What of the sections the template can show: this a signature covers. Filled by `load`; absent: all. */
  shows?: Shown;
  source?: string;
};

/**
 * A column of a roster; `mask` hides the middle of a text. Preset: of whatever reads a sensitive field; `false` shows it
 * whole.
 */
export type RosterColumn = {
  title: string;
  value: Logic;
  width?: number;
  type?: 'text' | 'number' | 'date';
  /** How its numbers are written, where the field that it reads does not say. */
  number?: string;
  mask?: boolean;
  subtotal?: boolean;
  source?: string;
};

/** An Excel export of queues. */
export type RosterDefinition = {
  id: string;
  title: string;
  route: string;
  queues: string[];
  columns: RosterColumn[];
  filters?: { id: string; title: string; value: Logic; code?: string }[];
  /** One line a row of this table section, in place of one line a case. */
  rowsOf?: string;
  /** A subtotal line whenever this value changes. */
  subtotalBy?: Logic;
  source?: string;
};

/**
 * A file of an example: `section/slot` or `section/rowId/slot`. `revision: old` says that what it is a signed print
 * of has changed since.
 */
export type CaseFileEntry = string | { at: string; revision?: 'old' };

/** An example with its expected outcome; publishing runs them all. */
export type CaseDefinition = {
  /** Its file's name; filled in by `assemble`. `extends` and demonstrations name it. */
  id: string;
  name: string;
  category: string;
  /** Takes another case's answers first (RFC 7396). */
  extends?: string;
  applicant?: JsonObject;
  unit?: JsonObject;
  /** What else the applicant has filed, as rules read it. */
  others?: JsonObject[];
  now?: string;
  sections: JsonObject;
  files?: CaseFileEntry[];
  strikes?: { section: string; row: string }[];
  expects: {
    valid?: boolean;
    /** Every blocking problem and warning that must be there: path and code (and rule). */
    problems?: { path: string; code: string; rule?: string; slot?: string; severity?: 'block' | 'warn' }[];
    /** No other problems than those named. */
    only?: boolean;
    visible?: string[];
    hidden?: string[];
    required?: string[];
    values?: Record<string, Json>;
    /**
     * Texts that a sheet shows or does not show; of one that is made to fit also that it does, and the size of its letters:
     * `>= 6` or `<= 10`.
     */
    sheets?: Record<string, { shows?: string[]; omits?: string[]; pages?: 1; fontSize?: string }>;
  };
  source?: string;
};

/** A programme's folder in memory: overlays merged, fragments resolved, every part with its file kept in `origins`. */
export type Definition = {
  programme: ProgrammeDefinition;
  edition: EditionSettings;
  categories: CategoryDefinition[];
  routes: RouteDefinition[];
  codes: CodeList[];
  expressions: ExpressionDefinition[];
  sheets: SheetDefinition[];
  rosters: RosterDefinition[];
  /** What the folder has in other languages than the programme's own; absent: nothing. */
  locales?: LocaleDefinition[];
  cases: CaseDefinition[];
  demo?: DemoDefinition;
};

/** What a demonstration shows: organisations, people and applications brought to each state by events. */
export type DemoDefinition = {
  organisations: {
    id: string;
    form: string;
    under: string;
    sections: JsonObject;
    created?: { kind: string; name: string };
  }[];
  people: { id: string; form: string; under: string; sections: JsonObject; role?: string }[];
  applications: {
    person: string;
    case: string;
    events: { by: string; type: string; input?: JsonObject }[];
  }[];
};
