/** What the repositories of cases, their answers and files can do. */
import type { Json, RowRef } from '#core/model/index.ts';
import type { Tx } from '../database.ts';
import type * as T from '../types.ts';
import type { Page } from './page.ts';

export type CaseExpectation = { id: string; version: number; stateKey: string };

export type CaseChanges = Partial<Omit<T.CaseRecord, 'id' | 'version' | 'bytesUsed' | 'createdAt'>>;

export type CaseFilter = {
  /** Cases filed from this organisation's subtree, itself included. */
  under: string;
  route: string;
  cycle: string;
  stateKeys?: string[];
};

export type CaseRepository = {
  /** Version 1, no bytes used. */
  create(tx: Tx, record: Omit<T.CaseRecord, 'version' | 'bytesUsed'>): Promise<T.CaseRecord>;
  get(tx: Tx, id: string): Promise<T.CaseRecord | null>;
  /** Reads it and holds it until the transaction ends. Only inside a transaction. */
  lock(tx: Tx, id: string): Promise<T.CaseRecord | null>;
  byIds(tx: Tx, ids: string[]): Promise<T.CaseRecord[]>;
  /** CAS by version and state; counts the version up. */
  update(tx: Tx, expected: CaseExpectation, changes: CaseChanges): Promise<boolean>;
  /** Deletes it with answers, files, strikes, events, positions and print settings. Gives the hashes of its files. */
  erase(tx: Tx, id: string): Promise<string[]>;
  ofOwner(tx: Tx, ownerUserId: string, subject?: T.CaseRecord['subject']): Promise<T.CaseRecord[]>;
  ofOwnerOrganisation(
    tx: Tx,
    organisationId: string,
    subject?: T.CaseRecord['subject'],
  ): Promise<T.CaseRecord[]>;
  /** Every case filed from one of these organisations. */
  ofUnits(
    tx: Tx,
    unitIds: string[],
    filter: { subject: T.CaseRecord['subject']; cycle?: string },
  ): Promise<T.CaseRecord[]>;
  /** How many cases stand in each state, over a subtree. */
  countByState(tx: Tx, filter: CaseFilter): Promise<{ stateKey: string; count: number }[]>;
  /** Cases of a subtree in order of their id. */
  under(tx: Tx, filter: CaseFilter & { after?: string | null; limit: number }): Promise<Page<T.CaseRecord>>;
};

export type CaseSectionRepository = {
  all(tx: Tx, caseId: string): Promise<T.SectionRow[]>;
  /** Of many cases at once; only the named sections, if any are named. */
  ofCases(tx: Tx, caseIds: string[], sections?: string[]): Promise<T.SectionRow[]>;
  get(tx: Tx, caseId: string, section: string): Promise<T.SectionRow | null>;
  /** CAS: `version` is what the writer has read (0 = nothing yet); it is stored as version + 1. */
  save(
    tx: Tx,
    row: { caseId: string; section: string; value: Json; savedAt: T.At },
    version: number,
  ): Promise<boolean>;
};

export type FileRepository = {
  list(tx: Tx, caseId: string): Promise<T.FileRow[]>;
  ofCases(tx: Tx, caseIds: string[]): Promise<T.FileRow[]>;
  get(tx: Tx, id: string): Promise<T.FileRow | null>;
  /** Reserves the bytes and adds the row, both or neither. False = it would go over `limitBytes` (or no such case). */
  add(tx: Tx, file: T.FileRow, limitBytes: number): Promise<boolean>;
  /** Puts `file` in the place of another one of the same case. Gives the old row, or false as `add` does; null = the old one is gone. */
  replace(tx: Tx, id: string, file: T.FileRow, limitBytes: number): Promise<T.FileRow | false | null>;
  /** Gives the row that was removed, or null. Its bytes are free again. */
  remove(tx: Tx, id: string): Promise<T.FileRow | null>;
  /** Does any row still refer to this content? */
  refersTo(tx: Tx, sha256: string): Promise<boolean>;
};

export type StrikeRepository = {
  list(tx: Tx, caseId: string): Promise<T.Strike[]>;
  /** A row that is struck already keeps its first strike. */
  add(tx: Tx, strikes: T.Strike[]): Promise<void>;
  remove(tx: Tx, caseId: string, rows: RowRef[]): Promise<void>;
};

export type EventRepository = {
  /** Gives the event its number within the case. */
  append(tx: Tx, event: Omit<T.CaseEvent, 'seq'>): Promise<T.CaseEvent>;
  list(tx: Tx, caseId: string): Promise<T.CaseEvent[]>;
};

export type BarRepository = {
  /** Setting it twice is no error. */
  set(tx: Tx, bar: T.Bar): Promise<void>;
  lift(tx: Tx, hashes: string[], cycle: string, route: string): Promise<void>;
  /** The bars that this case set; they outlive the account. */
  ofCase(tx: Tx, caseId: string): Promise<T.Bar[]>;
  /** The first bar on any of these hashes, or null. */
  find(tx: Tx, hashes: string[], cycle: string, route: string): Promise<T.Bar | null>;
};

export type EditionRepository = {
  get(tx: Tx, hash: string): Promise<T.EditionRecord | null>;
  /** Keeps an edition that is not there yet; an edition never changes once kept. */
  keep(tx: Tx, edition: Omit<T.EditionRecord, 'publishedAt' | 'status'>): Promise<void>;
  /** Makes it the published one of its cycle; the one before is retired. False = no such edition. */
  publish(tx: Tx, hash: string, at: T.At): Promise<boolean>;
  /** The published edition of this cycle, or the newest published one of the programme. */
  published(tx: Tx, programme: string, cycle?: string): Promise<T.EditionRecord | null>;
  /** Without definitions, newest first. */
  list(tx: Tx, programme: string): Promise<Omit<T.EditionRecord, 'definition'>[]>;
};
