import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mysql2, { type Connection } from 'mysql2/promise';
import { fileOf } from './database.ts';
import { holdFile } from './sqlite/hold.ts';

/** A held connection is asked this often whether it is still there. */
const ASK_EVERY = 15_000;
const PATIENCE_SECONDS = 2;
const OWNER_ONLY = 0o600;

/** Gives up what is held. */
type LetGo = () => Promise<void>;

/** What a server keeps for itself: its database, and the folders in which it writes. */
type Held = { databaseUrl: string; folders: string[]; lost: (error: Error) => void };

/**
 * Keeps database and folders for this process: two of them on one would each take out what the other has just kept.
 * Throws an Error that names what another process holds. `lost` is called when the database was given to another while
 * it was away.
 */
export async function holdAlone({ databaseUrl, folders, lost }: Held): Promise<LetGo> {
  const held: LetGo[] = [];
  const letGo: LetGo = async () => {
    for (const one of held.splice(0).reverse()) await one();
  };
  try {
    for (const folder of folders) held.push(holdFolder(folder));
    const file = fileOf(databaseUrl);
    held.push(file === null ? await holdServer(databaseUrl, lost) : holdPath(`${file}-held`, file));
    return letGo;
  } catch (error) {
    await letGo();
    throw error;
  }
}

function holdFolder(folder: string): LetGo {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return holdPath(join(folder, 'held'), folder);
}

function holdPath(path: string, what: string): LetGo {
  const letGo = holdFile(path);
  if (!letGo) throw heldElsewhere(what);
  chmodSync(path, OWNER_ONLY);
  return async () => letGo();
}

/** A named lock of MariaDB ends with the connection that took it. */
async function holdServer(url: string, lost: (error: Error) => void): Promise<LetGo> {
  const name = new URL(url).pathname.slice(1);
  let connection = await lockOn(url, name);
  const again = async (): Promise<void> => {
    if (await isThere(connection)) return;
    // Away: asked again at the next turn.
    connection = await lockOn(url, name);
  };
  const timer = setInterval(() => {
    again().catch((error: unknown) => {
      if (error instanceof HeldElsewhereError) lost(error);
    });
  }, ASK_EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await connection.end().catch(() => undefined);
  };
}

const isThere = (connection: Connection): Promise<boolean> =>
  connection.ping().then(
    () => true,
    () => false,
  );

async function lockOn(url: string, name: string): Promise<Connection> {
  const connection = await mysql2.createConnection({ uri: url });
  // An error beside a query would end the process; the next turn finds the connection gone.
  connection.on('error', () => undefined);
  const sql = "SELECT GET_LOCK(CONCAT('shenbao-', SHA1(DATABASE())), ?) AS held";
  const [rows] = await connection.query(sql, [PATIENCE_SECONDS]);
  const [answer] = rows as { held: number | string | null }[];
  if (Number(answer?.held) === 1) return connection;
  await connection.end();
  throw heldElsewhere(name);
}

class HeldElsewhereError extends Error {
  override readonly name = 'HeldElsewhereError';
}

const heldElsewhere = (what: string): HeldElsewhereError =>
  new HeldElsewhereError(
    `Another server runs on ${what}, and two on one would lose evidence. ` +
      'Stop it, or give this one a DATA_DIR, FILES_URL and DATABASE_URL of its own.',
  );
