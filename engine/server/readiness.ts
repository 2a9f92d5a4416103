import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, pendingMigrations } from '#server/store/index.ts';

/** Room for a few uploads; below it they fail one after another. */
const LEAST_FREE_BYTES = 48 * 1024 * 1024;
const PATIENCE_MS = 3000;
/** However often somebody asks, the database and the disk are asked once a second. */
const KEPT_MS = 1000;

/** Whether what requests need is there. */
type Readiness = { database: boolean; disk: boolean; migrations: boolean };

/**
 * Asks the database whether it answers and stands at this version, and each folder whether it can be written to and
 * has room.
 */
export function createReadiness(db: Database, folders: string[]): () => Promise<Readiness> {
  let known: { until: number; answer: Promise<Readiness> } | null = null;
  return () => {
    const now = performance.now();
    if (known && now < known.until) return known.answer;
    known = { until: now + KEPT_MS, answer: look(db, folders) };
    return known.answer;
  };
}

async function look(db: Database, folders: string[]): Promise<Readiness> {
  const [database, migrations, ...disks] = await Promise.all([
    holds(async () => void (await db.sequelize.query('SELECT 1'))),
    holds(async () => {
      const pending = await pendingMigrations(db);
      if (pending.length > 0) throw new Error(`not taken yet: ${pending.join(', ')}`);
    }),
    ...folders.map((folder) => holds(() => tryFolder(folder))),
  ]);
  return { database, disk: disks.every(Boolean), migrations };
}

/** False where it fails, and where it takes too long to be of use to anybody. */
async function holds(work: () => Promise<void>): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, false).unref();
  });
  const done = work().then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]);
}

async function tryFolder(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEAST_FREE_BYTES) throw new Error(`${folder} is full`);
  const path = join(folder, `.ready-${process.pid}`);
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile('1');
    await file.sync();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
