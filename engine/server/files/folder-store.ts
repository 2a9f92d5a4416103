import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MissingFileError } from './errors.ts';
import { keyedLock } from './lock.ts';
import { makePrivate } from './private-folder.ts';
import { receive } from './receive.ts';
import type { FileStore } from './store.ts';

const HOUR = 3_600_000;
const TOLD_EVERY = 100;
const HASH = /^[0-9a-f]{64}$/;

/**
 * Keeps evidence in a folder as `ab/cd/<sha256>`. `refersTo` asks the database whether any row needs that content;
 * it is asked under a lock on the hash, so an upload and a removal of the same content cannot miss each other.
 */
export function openFolderStore(folder: string, refersTo: (sha256: string) => Promise<boolean>): FileStore {
  const locked = keyedLock();
  const temporary = join(folder, 'tmp');

  async function takeOut(sha256: string): Promise<boolean> {
    if (await refersTo(sha256)) return false;
    await rm(pathOf(folder, sha256), { force: true });
    return true;
  }

  return {
    receive: (stream, limitBytes) => receive(stream, limitBytes, temporary),

    keep: (received, record) =>
      locked(received.sha256, async () => {
        await moveInto(folder, received.path, received.sha256);
        try {
          return await record();
        } finally {
          // When the database cannot say, the content stays: `sweep` asks again.
          await takeOut(received.sha256).catch(() => false);
        }
      }),

    discard: (received) => rm(received.path, { force: true }),

    async open(sha256, range) {
      const path = pathOf(folder, sha256);
      const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new MissingFileError(sha256) : error;
      });
      return { stream: createReadStream(path, range), bytes: size };
    },

    async remove(sha256) {
      await locked(sha256, () => takeOut(sha256));
    },

    async clearTemporary() {
      await rm(temporary, { recursive: true, force: true });
    },

    async sweep(now = Date.now(), looked = async () => undefined) {
      let count = 0;
      let seen = 0;
      for (const path of await olderThan(temporary, now - HOUR)) {
        await rm(path, { force: true });
        count += 1;
      }
      for await (const sha256 of contentsOlderThan(folder, now - HOUR)) {
        if (await locked(sha256, () => takeOut(sha256))) count += 1;
        seen += 1;
        if (seen % TOLD_EVERY === 0) await looked(seen);
      }
      return count;
    },
  };
}

/** Renamed over what is there (it is the same content), and the folders are synced: it survives a power cut. */
async function moveInto(folder: string, from: string, sha256: string): Promise<void> {
  const to = pathOf(folder, sha256);
  const made = await makePrivate(dirname(to));
  await rename(from, to);
  await syncFolder(dirname(to));
  if (!made) return;
  await syncFolder(dirname(dirname(to)));
  await syncFolder(folder);
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for syncing; its file system journals renames.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Throws for what is no hash: paths are made of hashes alone. */
function pathOf(folder: string, sha256: string): string {
  if (!HASH.test(sha256)) throw new TypeError(`<${sha256}> is no SHA-256.`);
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function* contentsOlderThan(folder: string, time: number): AsyncGenerator<string> {
  for (const first of await namesIn(folder, /^[0-9a-f]{2}$/)) {
    for (const second of await namesIn(join(folder, first), /^[0-9a-f]{2}$/)) {
      const old = await olderThan(join(folder, first, second), time);
      yield* old.map((path) => path.slice(-64)).filter((name) => HASH.test(name));
    }
  }
}

async function olderThan(folder: string, time: number): Promise<string[]> {
  const old: string[] = [];
  for (const name of await namesIn(folder, /./)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && found.mtimeMs < time) old.push(path);
  }
  return old;
}

async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => pattern.test(name));
}
