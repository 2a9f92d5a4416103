/** Cases, their answers and files, and where they are. */
import type { CaseContext, Json, JsonObject } from '#core/model/index.ts';
import type { At } from './at.ts';

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

/**
 * An official print that was issued: of which sheet, under which edition, in which state, of what data; `facts` are keyed
 * hashes of what stands on it.
 */
export type Attestation = {
  code: string;
  caseId: string;
  sheet: string;
  edition: string;
  revision: string;
  stateKey: string;
  facts: string[];
  dataAt: At;
  issuedAt: At;
};

/** Counts what happened to the cases of an organisation in a cycle, so that two at once conflict. */
export type Gate = { unitId: string; cycle: string; version: number };
