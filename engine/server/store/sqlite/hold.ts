import BetterSqlite from 'better-sqlite3';

/** Whoever has just been stopped may still be closing. */
const PATIENCE_MS = 2000;

/**
 * Holds a file for this process until it is let go: the lock is the operating system's and ends with the process,
 * however that ends. Gives the way to let go; null where another process holds it.
 */
export function holdFile(path: string): (() => void) | null {
  const file = new BetterSqlite(path, { timeout: PATIENCE_MS });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    file.prepare('BEGIN EXCLUSIVE').run({});
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return () => file.close();
}
