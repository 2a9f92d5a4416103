/** What travels between server and browser. Both sides import these types; OpenAPI is generated from the schemas beside the routes. */
import type { Facts, FileRef, RowRef } from './application.ts';
import type { CaseState, Refusal } from './case.ts';
import type { Definition, GuidePart } from './definition.ts';
import type { Json, JsonObject } from './json.ts';
import type { AnswerProblem } from './problem.ts';

/** Every 4xx and 5xx answer. `message` is for the person, in their language. */
export type ErrorBody = {
  code: string;
  message: string;
  requestId: string;
  problems?: AnswerProblem[];
  refused?: Refusal;
  /** On 409: what is stored now. */
  current?: { version: number; value: Json };
};

/** GET /api/programme: what a visitor needs before logging in. */
export type ProgrammeView = {
  id: string;
  title: string;
  shortTitle: string;
  locale: string;
  timeZone: string;
  cycle: { id: string; title: string; year: number; opensAt: string; closesAt: string };
  edition: string;
  password: { minLength: number; classes: number; questions: { code: string; title: string }[] };
  accountForms: { id: string; title: string; description: string; makes: 'person' | 'organisation' }[];
  categories: { id: string; title: string; description: string }[];
};

/** GET /api/session. */
export type SessionView = {
  user: {
    id: string;
    name: string;
    username: string;
    role: string;
    roleTitle: string;
    /** How the work of the role is done, in the programme's words. */
    guide: GuidePart[];
    abilities: string[];
    mustChangePassword: boolean;
    /** Their role asks for a second factor that they have not set up; they may do nothing else before. */
    mustEnrol: boolean;
    /** Whether they have a security question. */
    hasQuestion: boolean;
    /** Whether they log in with a code as well. */
    secondFactor: boolean;
  };
  organisation: { id: string; name: string; kind: string; kindTitle: string; path: string[] } | null;
  /** The case of the user's own registration, or null. */
  registration: string | null;
};

/** GET /api/editions/:hash?category=… : enough of the definition to compile this category in the browser. */
export type EditionView = { hash: string; definition: Definition; validators: string };

/** An action that is offered on a case right now. */
export type ActionView = {
  event: string;
  by: string;
  title: string;
  primary: boolean;
  danger: boolean;
  bulk: boolean;
  confirm?: string;
  input?: { schema: JsonObject; ui: JsonObject };
};

export type SectionRecord = { value: Json; version: number; savedAt: string | null };

export type EventView = {
  id: string;
  at: string;
  event: string;
  title: string;
  by: string;
  byTitle: string;
  who: string;
  organisation: string | null;
  round: number;
  input: JsonObject;
};

/** A station of the route as the applicant sees it. */
export type StationView = {
  title: string;
  status: 'done' | 'current' | 'ahead';
  /** Whose desks hold it; several where they go side by side. */
  organisations: string[];
  since: string | null;
};

/** GET /api/cases/:id: a case opened for filling or for reading. */
export type CaseView = {
  id: string;
  subject: 'application' | 'account';
  /** Whose case it is, as queues show it. */
  name: string;
  organisation: string;
  category: string;
  categoryTitle: string;
  edition: string;
  state: CaseState;
  stateTitle: string;
  tags: string[];
  version: number;
  /** As whom this user stands to the case: `applicant` and the desks that their organisation holds. */
  as: string[];
  /** May write now, and as whom. */
  editingAs: string | null;
  /** Sensitive answers are masked; each may be asked for by itself. */
  masked: boolean;
  facts: Facts;
  sections: Record<string, SectionRecord>;
  files: FileRef[];
  strikes: RowRef[];
  bytes: { used: number; limit: number; file: number };
  actions: ActionView[];
  events: EventView[];
  stations: StationView[];
  sheets: { id: string; title: string; formats: ('html' | 'pdf')[] }[];
};

/** A line of a queue. `summary` follows the category's `summary`. */
export type QueueRow = {
  id: string;
  subject: 'application' | 'account';
  category: string;
  categoryTitle: string;
  name: string;
  organisation: string;
  stateTitle: string;
  round: number;
  version: number;
  since: string;
  summary: { title: string; text: string }[];
  actions: string[];
};

/** GET /api/queues: the left menu of a desk. */
export type QueueMenu = {
  route: string;
  title: string;
  subject: 'application' | 'account';
  queues: {
    id: string;
    title: string;
    count: number;
    empty: string;
    events: ActionView[];
    batches: ActionView[];
  }[];
  rosters: { id: string; title: string; queues: string[] }[];
}[];

/** GET /api/queues/:route/:queue?after=… : one page, keyset. */
export type QueuePage = { rows: QueueRow[]; after: string | null };

/** POST /api/cases/:id/events and POST /api/events answer with what became of each case. */
export type FiredView = { cases: { id: string; version: number; stateTitle: string }[]; warnings: string[] };

/** GET /api/batches/:route/:event : the gate board before a batch. */
export type BatchView = {
  allowed: boolean;
  message: string;
  count: number;
  aggregates: { id: string; title: string; value: number }[];
  blockers: { name: string; organisation: string; stateTitle: string }[];
};

export type OrganisationView = {
  id: string;
  name: string;
  kind: string;
  kindTitle: string;
  path: string[];
  hasChildren: boolean;
  selectable: boolean;
};
export type OrganisationPage = { organisations: OrganisationView[]; after: string | null };

/** GET /api/accounts: user management. */
export type AccountView = {
  id: string;
  name: string;
  username: string;
  role: string;
  roleTitle: string;
  organisation: string;
  organisationId: string | null;
  organisationKind: string | null;
  status: string;
  statusTitle: string;
  caseId: string | null;
  version: number;
  createdAt: string;
};

/** GET /api/applications: the applicant's home. */
export type HomeView = {
  applications: {
    id: string;
    category: string;
    categoryTitle: string;
    stateTitle: string;
    updatedAt: string;
    cycle: string;
  }[];
  /** Categories that may be started now. */
  offered: { id: string; title: string; description: string }[];
  /** Why nothing may be started, where that is so. */
  barred: string | null;
};

/** GET /api/policy: the programme as policy staff see it. */
export type PolicyView = {
  /** The edition under which new cases are made. */
  serving: string;
  cycle: string;
  editions: { hash: string; cycle: string; status: string; publishedAt: string | null }[];
  forms: {
    id: string;
    title: string;
    makesAccount: boolean;
    sections: {
      title: string;
      kind: string;
      limit: number | null;
      items: number;
      rules: number;
      slots: number;
    }[];
    rules: number;
  }[];
  charts: { route: string; chart: string; title: string }[];
  unconfirmed: { place: string; source: string }[];
};
