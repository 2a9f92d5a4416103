import type { Readable } from 'node:stream';
import { asList, asObject, type Json } from '#core/json/index.ts';
import { LIMITS } from '#server/load/index.ts';
import { Failure } from '#server/services/ground/index.ts';

type TextFile = { path: string; text: string };

/**
 * Files of definitions out of a body `{ "files": [{ "path", "text" }] }`, sign by sign as they were sent. Throws
 * `draft-limits` at the first byte too many, `bad-request`. The stream is left open: the refusal is sent on its socket.
 */
export async function receiveFiles(stream: Readable): Promise<TextFile[]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > LIMITS.folderBytes) throw new Failure('too-large', 'draft-limits', { params: { file: '' } });
    chunks.push(chunk);
  }
  return asList(asObject(parsed(Buffer.concat(chunks).toString('utf8'))).files).map((file) => {
    const { path, text } = asObject(file);
    if (typeof path !== 'string' || typeof text !== 'string') throw new Failure('invalid', 'bad-request');
    return { path, text };
  });
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Failure('invalid', 'bad-request');
  }
}
