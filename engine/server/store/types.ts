/**
 * The records that repositories take and give: plain objects, never a row of the database library.
 * Times are ISO text in UTC with milliseconds (`2026-05-01T01:00:00.000Z`): such text sorts by time on every database.
 */
import type { CaseContext, Definition, Json, JsonObject } from '#core/model/index.ts';

/** ISO date and time in UTC with milliseconds. Repositories normalise what they are given. */
export type At = string;

/** `pending` until its registration is approved; organisations below a `frozen` one are not available. */
export type OrganisationStatus = 'pending' | 'active' | 'frozen' | 'deleted';

/** A node of the organisation tree. */
export type Organisation = {
  id: string;
  kind: string;
  name: string;
  /** What searches look in besides the name: folded to lower case; may hold initials. */
  searchName: string;
  parentId: string | null;
  /** `/root/a/b/`: the ids from the root down to itself. */
  path: string;
  level: number;
  status: OrganisationStatus;
  /** The case of its registration. */
  caseId: string | null;
  attributes: JsonObject;
  createdAt: At;
  version: number;
};

/** `pending` until the registration is approved. */
export type UserStatus = 'pending' | 'active' | 'frozen' | 'deleted';

/** An account: somebody who may log in, in one role at one organisation. */
export type User = {
  id: string;
  /** As typed; unique without regard to case and width. */
  username: string;
  passwordHash: string;
  mustChangePassword: boolean;
  passwordExpiresAt: At | null;
  /** When somebody logged in with an initial password: it works only once. */
  passwordUsedAt: At | null;
  /** Code of the security question. */
  question: string | null;
  answerHash: string | null;
  name: string;
  role: string;
  organisationId: string | null;
  /** The case of the registration. */
  caseId: string | null;
  /** The language that they have chosen; null = none yet. */
  language: string | null;
  status: UserStatus;
  version: number;
  createdAt: At;
};

/** A login that holds until `expiresAt`. */
export type Session = {
  /** SHA-256 of the token in the cookie; the token itself is never stored. */
  idHash: string;
  userId: string;
  createdAt: At;
  seenAt: At;
  expiresAt: At;
};

/** Something that may be used once; deleted when it would have expired anyway. `key` is a hash. */
export type UsedToken = { key: string; until: At };

/** A one-time link by which an organisation gets its first user of a role. The token itself is never stored. */
export type Setup = { tokenHash: string; organisationId: string; role: string; expiresAt: At };

/** A user's second factor; it is active from its first right code on. */
export type SecondFactor = {
  userId: string;
  /** Sealed. */
  secret: string;
  confirmed: boolean;
  /** The newest time step whose code was accepted: none up to it is accepted again. */
  lastStep: number;
  createdAt: At;
};

/** A value that only one account may hold: `binding` is the definition's id of it, `hash` the keyed hash. */
export type UniqueValue = { binding: string; hash: string; caseId: string };

/** Nobody with this hash may apply in this cycle on this route. Outlives the account. */
export type Ban = { hash: string; cycle: string; route: string; caseId: string };

/** When a cycle is open, as it was last changed; `changedBy` null = by the demonstration. */
export type CycleWindowRecord = {
  programme: string;
  cycle: string;
  opensAt: At;
  closesAt: At;
  returnedUntil: At;
  changedAt: At;
  changedBy: string | null;
  version: number;
};

/** Counts what happened to the cases of an organisation in a cycle, so that two at once conflict. */
export type Gate = { unitId: string; cycle: string; version: number };

/** One edition of a cycle is `published`; a `retired` one serves what was begun under it. */
export type EditionStatus = 'draft' | 'published' | 'retired';

/** An edition as it was published, with its whole definition. */
export type EditionRecord = {
  hash: string;
  programme: string;
  cycle: string;
  definition: Definition;
  status: EditionStatus;
  publishedAt: At | null;
};

/** A file of a source, its content kept by the hash. `source`: the hash over all paths and contents. */
export type EditionFile = { source: string; path: string; sha256: string };

/** What a publication did: `rollBack` publishes again what was published before, `retire` ends new cases. */
export type PublicationAct = 'publish' | 'rollBack' | 'retire';

/** A line of the log of a cycle: the last one says what is published. */
export type Publication = {
  programme: string;
  cycle: string;
  /** Counts from 1. */
  number: number;
  act: PublicationAct;
  /** Hash of the edition, to which cases are pinned. */
  edition: string;
  /** The files that it was made of; null = published before files were kept. */
  source: string | null;
  /** What was published before it; null = nothing, or nothing with files. */
  parent: string | null;
  at: At;
  /** Null = from the folder of definitions. */
  by: string | null;
  why: string;
};

/** How far the log of a programme has come, and which folder was imported last. */
export type ProgrammeRecord = { id: string; version: number; imported: string | null };

/** A draft takes changes while `editing`; any change takes back what was submitted or approved. */
export type DraftStatus = 'editing' | 'submitted' | 'approved' | 'published' | 'abandoned';

/** An edition to come. */
export type DraftRecord = {
  id: string;
  programme: string;
  title: string;
  status: DraftStatus;
  /** By cycle the source that was published when it began; null = nothing was. */
  base: { [cycle: string]: string | null };
  /** The files that it began with. */
  began: string;
  /** The files after all its changes. */
  source: string;
  /** How many changes its list has. */
  length: number;
  createdAt: At;
  /** Null = a changed folder of definitions. */
  createdBy: string | null;
  submittedBy: string | null;
  approvedBy: string | null;
  /** The source that was approved. */
  approved: string | null;
  /** When it is to be published. */
  publishAt: At | null;
  why: string;
  version: number;
};

/** A line of a draft's list. Lines of one `act` were made, and are undone, together. */
export type DraftChange = {
  draft: string;
  /** Counts from 1. */
  number: number;
  act: number;
  at: At;
  by: string | null;
  why: string;
  kind: string;
  parameters: JsonObject;
  effects: Json;
  /** By language what people read of it, in the titles of the files that it was made to. */
  sentences: { [language: string]: string };
  /** The act that it takes back. */
  undoes: number | null;
  /** The act that took it back. */
  undoneBy: number | null;
  /** The files after it. */
  source: string;
};

/** What somebody writes about a draft, or about one of its changes. */
export type DraftRemark = {
  id: string;
  draft: string;
  change: number | null;
  at: At;
  by: string | null;
  text: string;
};

/** A case without its answers: where it is on its route, whose it is, under which edition. */
export type CaseRecord = {
  id: string;
  subject: 'application' | 'account';
  /** Hash of the edition that it was made under. */
  edition: string;
  category: string;
  route: string;
  ownerUserId: string | null;
  ownerOrganisationId: string | null;
  /** The organisation that it is filed from. */
  unitId: string | null;
  cycle: string;
  /** What lists call it. */
  name: string;
  /** The state as one text of at most 190 characters; counted and compared. */
  stateKey: string;
  state: Json;
  context: CaseContext;
  round: number;
  version: number;
  bytesUsed: number;
  createdAt: At;
  updatedAt: At;
  enteredAt: At;
};

/** A case whose time limits run, and when to look at them. */
export type TimeLimitRow = { caseId: string; dueAt: At };

/** The answers of one section. Version 0 means: never saved. */
export type SectionRow = { caseId: string; section: string; value: Json; version: number; savedAt: At };

/** A file in a slot of a case; its content lies in the file store under `sha256`. */
export type FileRow = {
  id: string;
  caseId: string;
  section: string;
  row: string | null;
  slot: string;
  name: string;
  mediaType: string;
  bytes: number;
  /** Pages of a PDF; null for other types. */
  pages: number | null;
  sha256: string;
  createdAt: At;
  /** In a slot for a signed print: the sheet's revision when the file came. */
  revision: string | null;
  /**
   * `held`: it waits for the safety check and nobody may open it. `infected`: its content is gone and it takes no room;
   * the row says so to whoever put it there. Null: in order.
   */
  state: 'held' | 'infected' | null;
};

/** A row that a desk has struck, and why. */
export type Strike = { caseId: string; section: string; row: string; desk: string; note: string; at: At };

/** One event of a case's history. */
export type CaseEvent = {
  id: string;
  caseId: string;
  /** 1, 2, 3 … within the case. */
  seq: number;
  event: string;
  /** Desk, `applicant` or `system`. */
  by: string;
  userId: string | null;
  organisationId: string | null;
  fromState: Json;
  toState: Json;
  input: JsonObject;
  round: number;
  at: At;
};

/** One organisation's view of one case: under which desk, in which queue, since when. */
export type Position = {
  caseId: string;
  desk: string;
  organisationId: string;
  queue: string;
  cycle: string;
  route: string;
  since: At;
};

/** How an applicant wants a sheet of the case printed. */
export type PrintSettings = { caseId: string; sheet: string; settings: JsonObject };

/** `waiting` for its time or its turn; a `running` one whose lease has ended is free again. */
export type JobStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Why a try did not succeed: `code` names a sentence of the screens, `message` is what was thrown. */
export type JobProblem = { code: string; params: { [name: string]: string | number }; message: string };

/** A piece of work beside the requests. */
export type Job = {
  id: string;
  kind: string;
  /** Of one kind no two jobs have the same: whoever asks twice gets one. */
  key: string;
  /** On whose behalf, and so in whose turn; empty = the system's. */
  userId: string;
  payload: JsonObject;
  status: JobStatus;
  /** Not before. */
  dueAt: At;
  /** Goes up each time it is taken: whoever holds an older number has lost it. */
  lease: number;
  /** While running: until then nobody else takes it. */
  leasedUntil: At | null;
  /** Tries since it was last asked for. */
  attempts: number;
  /** How far it is, of `total` where that is known. */
  done: number;
  total: number | null;
  problem: JobProblem | null;
  result: JsonObject | null;
  createdAt: At;
  /** When it was last taken. */
  startedAt: At | null;
  finishedAt: At | null;
};

/** What a row of the audit trail says. */
export type AuditEntry = {
  at: At;
  actorId: string | null;
  actorName: string;
  action: string;
  subject: string;
  detail: JsonObject;
};

/** A row of the audit trail in its chain: `mac` covers the row and `prev`, the `mac` of the row before. */
export type AuditRow = AuditEntry & { seq: number; prev: string; mac: string };

/** The key, sealed, under which the trail holds what would be personal; it goes with the case. */
export type TrailKey = { caseId: string; key: string };

/** The newest link of the audit chain. */
export type AuditHead = { seq: number; mac: string };
