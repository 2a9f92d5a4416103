import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** For its owner alone, whatever the process's umask lets through. */
const OWNER_ONLY = 0o700;

/** Makes a folder, and those above it, for their owner alone. Gives the first one made; undefined = it was there. */
export function makePrivate(folder: string): Promise<string | undefined> {
  return mkdir(folder, { recursive: true, mode: OWNER_ONLY });
}

/**
 * Closes a folder and every folder in it to others: those that an older version, a restored backup or somebody's hand
 * left open. Gives those that belong to somebody else and stay as they are.
 */
export async function closeToOthers(folder: string): Promise<string[]> {
  await makePrivate(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = entries.filter((one) => one.isDirectory()).map((one) => join(one.parentPath, one.name));
  const open: string[] = [];
  for (const path of [folder, ...folders]) if (!(await close(path))) open.push(path);
  return open;
}

async function close(path: string): Promise<boolean> {
  // Windows has no such bits; its access lists are the administrator's.
  if (process.platform === 'win32' || ((await stat(path)).mode & 0o777) === OWNER_ONLY) return true;
  try {
    await chmod(path, OWNER_ONLY);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return false;
    throw error;
  }
}
