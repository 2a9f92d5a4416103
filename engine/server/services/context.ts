import type { PasswordPolicy } from '../../core/model/index.ts';
import type { Database } from '../store/index.ts';
import type { Clock } from './clock.ts';
import type { Editions } from './editions.ts';
import type { Evidence } from './evidence.ts';
import type { Hasher } from './passwords.ts';
import type { Prints } from './prints.ts';
import type { Secrets } from './secrets.ts';

/** What use cases stand on. One of these serves a process. */
export type Services = {
  db: Database;
  editions: Editions;
  secrets: Secrets;
  evidence: Evidence;
  prints: Prints;
  hasher: Hasher;
  clock: Clock;
};

export type { PasswordPolicy };
