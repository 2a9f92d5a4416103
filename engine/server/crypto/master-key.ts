import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

const KEY_BYTES = 32;

/**
 * The installation's master key: the one given, else the one in the file at `path`, which is made at the first start
 * (readable by its owner alone). Throws an Error when that file holds no key.
 */
export async function loadMasterKey(given: Uint8Array | null, path: string): Promise<Uint8Array> {
  if (given) return given;
  return (await readKey(path)) ?? (await makeKey(path));
}

async function readKey(path: string): Promise<Uint8Array | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new Error(`${path} holds no key of ${KEY_BYTES} bytes in base64: restore it from the backup.`);
  return key;
}

/** Linked into place: when two processes start at once, both read the key of the first. */
async function makeKey(path: string): Promise<Uint8Array> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'w', 0o600);
  await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
  await file.sync();
  await file.close();
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  await chmod(path, 0o600);
  const key = await readKey(path);
  if (!key) throw new Error(`${path} was made, but cannot be read back.`);
  return key;
}
