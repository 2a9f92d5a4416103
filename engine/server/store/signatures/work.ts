/** What the repositories behind the desks can do: queues, prints, jobs, the trail. */
import type { JsonObject } from '#core/model/index.ts';
import type { Database, Tx } from '../database.ts';
import type * as T from '../types.ts';
import type { Page } from './page.ts';

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
