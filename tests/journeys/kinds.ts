import mysql from 'mysql2/promise';
import type { Kind } from '../support/databases.ts';

export type { Kind } from '../support/databases.ts';

const SERVER = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:3306';

/** The databases of the journeys: also MariaDB where one answers; under CI there must be one. */
export const databaseKinds: Kind[] = (await answers()) ? ['sqlite', 'mariadb'] : withoutMaria();

async function answers(): Promise<boolean> {
  try {
    const connection = await mysql.createConnection({ uri: SERVER, connectTimeout: 3000 });
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
