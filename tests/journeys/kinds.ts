import mysql from 'mysql2/promise';
import { isFull } from '../promises/scale.ts';
import type { Kind } from '../support/databases.ts';

export type { Kind } from '../support/databases.ts';

const SERVER = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:3306';

/** The databases of the journeys: also MariaDB where one answers; under CI there must be one. */
export const databaseKinds: Kind[] = (await answers()) ? ['sqlite', 'mariadb'] : withoutMaria();

/**
 * For journeys of which the store is not the subject: one database inside the suite, which one differs from journey to
 * journey; both in the full run.
 */
export const mainly = (kind: Kind): Kind[] =>
  isFull || !databaseKinds.includes(kind) ? databaseKinds : [kind];

async function answers(): Promise<boolean> {
  try {
    const connection = await mysql.createConnection({ uri: SERVER, connectTimeout: 30_000 });
    await connection.end();
    return true;
  } catch {
    return false;
  }
}

function withoutMaria(): Kind[] {
  if (process.env.CI) throw new Error(`No MariaDB answers at ${SERVER}; under CI there must be one.`);
  return ['sqlite'];
}
