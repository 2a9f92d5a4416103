import type { secretsOf } from '../crypto/index.ts';
import type { FileStore, Inspector } from '../files/index.ts';
import type { Printer } from '../print/index.ts';
import type { AuditHead, Database } from '../store/index.ts';
import type { Clock } from './clock.ts';
import type { Editions } from './editions.ts';
import type { Hasher } from './passwords.ts';

/** What use cases stand on. One of these serves a process. */
export type Services = {
  db: Database;
  editions: Editions;
  /** The installation's keys at work. */
  secrets: ReturnType<typeof secretsOf>;
  files: FileStore;
  inspector: Inspector;
  printer: Printer;
  hasher: Hasher;
  clock: Clock;
  /** What a task of the human check costs whoever solves it. */
  humanCheckCost: number;
  /** How many registrations one address may send in an hour. */
  registrationsPerHour: number;
  /** The heads of the audit chain that were seen outside the database. */
  auditHeads: () => Promise<AuditHead[]>;
};
