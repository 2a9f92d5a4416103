import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileTooLargeError } from './errors.ts';
import { makePrivate } from './private-folder.ts';

/** A file that has arrived completely and is on the disk in a temporary place. */
export type Received = { path: string; bytes: number; sha256: string };

/**
 * Writes a stream into a new file in `folder`, hashing while it comes. Throws FileTooLargeError at the first byte
 * over `limitBytes`; when anything fails, nothing stays behind. The stream is left open then: the refusal is sent on
 * its socket.
 */
export async function receive(stream: Readable, limitBytes: number, folder: string): Promise<Received> {
  await makePrivate(folder);
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limitBytes) return done(new FileTooLargeError(limitBytes));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    const chunks = stream.iterator({ destroyOnReturn: false });
    await pipeline(chunks, count, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}
