/**
 * What each repository can do. A `tx` is a transaction from `inTransaction`, or the database itself (then each
 * call stands alone). "CAS" = compare and set: false when somebody else was there first, and nothing is changed.
 */
import type { Json, JsonObject, RowRef } from '../../core/model/index.ts';
import type { Database, Tx } from './database.ts';
import type * as T from './types.ts';

/** Keyset page: give `after` of the last page back to go on; null = there is no more. */
export type Page<R> = { rows: R[]; after: string | null };

export type OrganisationFilter = {
  /** Part of the name or of the search name; blank = all. */
  text?: string;
  /** Only this organisation's subtree, itself included. */
  under?: string;
  /** Only direct children. */
  parentId?: string;
  kinds?: string[];
  statuses?: T.OrganisationStatus[];
  after?: string | null;
  /** At most 200. */
  limit: number;
};

export type OrganisationRepository = {
  get(tx: Tx, id: string): Promise<T.Organisation | null>;
  /** Reads it and holds it until the transaction ends. Only inside a transaction. */
  lock(tx: Tx, id: string): Promise<T.Organisation | null>;
  /** Hangs it, with everything below it, under another parent. Only inside a transaction. */
  move(tx: Tx, id: string, parentId: string): Promise<void>;
  /** Those without a parent. */
  roots(tx: Tx): Promise<T.Organisation[]>;
  byIds(tx: Tx, ids: string[]): Promise<T.Organisation[]>;
  /** Direct children by name, any status. */
  children(tx: Tx, id: string): Promise<T.Organisation[]>;
  /** Active children of these organisations, of these kinds. */
  childrenOfKinds(tx: Tx, parentIds: string[], kinds: string[]): Promise<T.Organisation[]>;
  /** From the root down to itself; nothing where it does not exist. */
  line(tx: Tx, id: string): Promise<T.Organisation[]>;
  /** From the root down to the parent; without itself. */
  ancestors(tx: Tx, id: string): Promise<T.Organisation[]>;
  /** Itself and everything below it. */
  subtreeIds(tx: Tx, id: string): Promise<string[]>;
  /** Is `id` inside the subtree of `root`, or `root` itself? */
  isUnder(tx: Tx, id: string, root: string): Promise<boolean>;
  /** Path and version are made here. Throws when the parent does not exist. */
  create(
    tx: Tx,
    organisation: Omit<T.Organisation, 'path' | 'version' | 'searchName'>,
  ): Promise<T.Organisation>;
  /** CAS by version. */
  update(tx: Tx, id: string, version: number, changes: OrganisationChanges): Promise<boolean>;
  search(tx: Tx, filter: OrganisationFilter): Promise<Page<T.Organisation>>;
};
export type OrganisationChanges = Partial<
  Pick<T.Organisation, 'name' | 'kind' | 'level' | 'status' | 'caseId' | 'attributes'>
>;

export type UserFilter = {
  /** Part of the name or user name; blank = all. */
  text?: string;
  /** Users of this organisation's subtree, itself included. */
  under?: string;
  organisationId?: string;
  roles?: string[];
  statuses?: T.UserStatus[];
  after?: string | null;
  /** At most 200. */
  limit: number;
};

export type UserRepository = {
  get(tx: Tx, id: string): Promise<T.User | null>;
  byIds(tx: Tx, ids: string[]): Promise<T.User[]>;
  /** Without regard to case and width. */
  byUsername(tx: Tx, username: string): Promise<T.User | null>;
  byCase(tx: Tx, caseId: string): Promise<T.User | null>;
  ofOrganisation(tx: Tx, organisationId: string): Promise<T.User[]>;
  /** Throws DuplicateError (binding `username`) when the user name is taken. */
  create(tx: Tx, user: Omit<T.User, 'version'>): Promise<T.User>;
  /** CAS by version. A new user name may throw DuplicateError. */
  update(
    tx: Tx,
    id: string,
    version: number,
    changes: Partial<Omit<T.User, 'id' | 'version' | 'createdAt'>>,
  ): Promise<boolean>;
  search(tx: Tx, filter: UserFilter): Promise<Page<T.User>>;
};

export type SessionRepository = {
  create(tx: Tx, session: T.Session): Promise<void>;
  get(tx: Tx, idHash: string): Promise<T.Session | null>;
  touch(tx: Tx, idHash: string, seenAt: T.At): Promise<void>;
  remove(tx: Tx, idHash: string): Promise<void>;
  removeOfUser(tx: Tx, userId: string, exceptIdHash?: string): Promise<void>;
  /** Forgets those whose `expiresAt` is past; says how many. */
  sweep(tx: Tx, now: T.At): Promise<number>;
};

export type SpentRepository = {
  /** False = it was spent before. */
  spend(tx: Tx, key: string, until: T.At): Promise<boolean>;
  /** Whether it was spent and is remembered still. */
  isSpent(tx: Tx, key: string, now: T.At): Promise<boolean>;
  sweep(tx: Tx, now: T.At): Promise<number>;
};

export type SetupRepository = {
  /** Any earlier link of the organisation is void. */
  open(tx: Tx, setup: T.Setup): Promise<void>;
  get(tx: Tx, tokenHash: string): Promise<T.Setup | null>;
  /** False = somebody was quicker, or there is no such link. */
  use(tx: Tx, tokenHash: string): Promise<boolean>;
  sweep(tx: Tx, now: T.At): Promise<number>;
};

export type SecondFactorRepository = {
  get(tx: Tx, userId: string): Promise<T.SecondFactor | null>;
  /** Replaces one that was never confirmed; throws where a confirmed one stands. */
  begin(tx: Tx, factor: T.SecondFactor): Promise<void>;
  /** Confirms it with the code of this time step. False = a code of this step or a later one was used already. */
  advance(tx: Tx, userId: string, step: number): Promise<boolean>;
  remove(tx: Tx, userId: string): Promise<void>;
};

export type UniqueValueRepository = {
  /** Claiming again for the same case is no error. Throws DuplicateError when another case holds it. */
  claim(tx: Tx, value: T.UniqueValue): Promise<void>;
  /** Gives back what the case holds: all, or of one binding. */
  release(tx: Tx, caseId: string, binding?: string): Promise<void>;
  ofCase(tx: Tx, caseId: string): Promise<T.UniqueValue[]>;
  holder(tx: Tx, binding: string, hash: string): Promise<string | null>;
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

export type QueueKey = { organisationId: string; route: string; cycle: string; queue: string };

export type PositionRepository = {
  ofCase(tx: Tx, caseId: string): Promise<T.Position[]>;
  /** Of every queue and cycle. */
  ofOrganisation(tx: Tx, organisationId: string): Promise<T.Position[]>;
  /** These are the case's positions from now on; one an organisation. Unchanged ones are not touched. */
  replace(tx: Tx, caseId: string, positions: T.Position[]): Promise<void>;
  /** Newest first. */
  page(tx: Tx, key: QueueKey, options: { after?: string | null; limit: number }): Promise<Page<T.Position>>;
  /** Counts no further than `bound`. */
  count(tx: Tx, key: QueueKey, bound: number): Promise<number>;
};

export type PrintSettingsRepository = {
  get(tx: Tx, caseId: string, sheet: string): Promise<JsonObject | null>;
  save(tx: Tx, settings: T.PrintSettings): Promise<void>;
};

export type JobRepository = {
  create(tx: Tx, job: Pick<T.Job, 'id' | 'kind' | 'payload' | 'createdAt'>): Promise<void>;
  get(tx: Tx, id: string): Promise<T.Job | null>;
  /** Takes the oldest job that waits, or whose lease is over; counts its attempts. Never the same one twice. */
  lease(db: Database, kinds: string[], now: T.At, leasedUntil: T.At): Promise<T.Job | null>;
  /** False = the lease was lost to somebody else. `attempts` is what `lease` gave. */
  finish(
    tx: Tx,
    id: string,
    attempts: number,
    status: 'done' | 'failed' | 'waiting',
    result: JsonObject | null,
  ): Promise<boolean>;
  /** Forgets finished ones older than this. */
  sweep(tx: Tx, before: T.At): Promise<number>;
};

export type RateRepository = {
  /** Counts one more and gives the count of the window that ends now. Stands alone: a rolled back action stays counted. */
  hit(db: Database, key: string, windowSeconds: number, now: T.At): Promise<number>;
  /** Takes one back that was counted just now. */
  unhit(tx: Tx, key: string, windowSeconds: number, now: T.At): Promise<void>;
  /** The count without one more. */
  peek(tx: Tx, key: string, windowSeconds: number, now: T.At): Promise<number>;
  sweep(tx: Tx, before: T.At): Promise<number>;
};

export type AuditFilter = {
  action?: string;
  actorId?: string;
  subject?: string;
  after?: string | null;
  limit: number;
};

export type AuditRepository = {
  /** Links the entry to the chain; belongs in the transaction of the action that it tells of. `key` is `keys.audit`. */
  append(tx: Tx, key: Uint8Array, entry: T.AuditEntry): Promise<T.AuditRow>;
  /** Newest first. */
  list(tx: Tx, filter: AuditFilter): Promise<Page<T.AuditRow>>;
  head(tx: Tx): Promise<T.AuditHead>;
  /** Is this the key of the chain? So says its first or its last row; of an empty chain every key may become it. */
  isWrittenWith(tx: Tx, key: Uint8Array): Promise<boolean>;
  /** Walks the whole chain. Gives the first sequence number that does not fit, or null. `witnessed`: heads kept outside. */
  verify(tx: Tx, key: Uint8Array, witnessed?: T.AuditHead[]): Promise<number | null>;
};
