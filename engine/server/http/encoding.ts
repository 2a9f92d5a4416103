import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'koa';
import { LRUCache } from 'lru-cache';

/** Forms in which an answer may travel, the smallest first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
/** A compression that was made at build time. */
export type Encoding = (typeof ENCODINGS)[number];

/** Every client takes plain bytes; one that names another coding prefers that one. */
const UNSAID = 0.0001;

/**
 * Chooses among the codings that exist by the client's `Accept-Encoding`: the one with the highest weight, of equal
 * ones the smallest. Where the header cannot be read, plain bytes are sent.
 */
export function chooseEncoding(header: string, available: readonly Encoding[]): Encoding {
  const weights = weightsOf(header);
  const weightOf = (encoding: Encoding): number =>
    weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? UNSAID : 0);
  const taken = ENCODINGS.filter((encoding) => available.includes(encoding) && weightOf(encoding) > 0);
  return taken.sort((a, b) => weightOf(b) - weightOf(a))[0] ?? 'identity';
}

/** As `chooseEncoding` for the request of a context; sets the headers that say which it is. */
export function negotiate(ctx: Context, available: readonly Encoding[]): Encoding {
  const encoding = chooseEncoding(ctx.get('Accept-Encoding'), available);
  ctx.vary('Accept-Encoding');
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding);
  return encoding;
}

/** Fast enough for an answer that somebody waits for; the smallest copies are made when the screens are built. */
const brotli =
  (quality: number) =>
  (text: string): Promise<Buffer> =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

const COMPRESS = { br: brotli(5), gzip: (text: string): Promise<Buffer> => promisify(gzip)(text) };

/** An answer that never changes may take its time. */
const COMPRESS_ONCE = { ...COMPRESS, br: brotli(9) };
/** As small as it gets: half a second for an edition, which nobody is to wait for. */
const smallest = brotli(constants.BROTLI_MAX_QUALITY);

/** Answers that never change, compressed, by what they are; at most 32 MiB. */
const kept = new LRUCache<string, Buffer>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ byteLength }) => byteLength,
});

/** Below, the headers weigh more than what is saved. */
const LEAST = 1000;

/** Compresses an answer that is a text, in the form that the client takes. */
export async function compress(ctx: Context): Promise<void> {
  const { body } = ctx;
  if (typeof body !== 'string' || body.length < LEAST) return;
  const encoding = negotiate(ctx, ENCODINGS);
  if (encoding === 'identity') return;
  const forEver = `${ctx.response.get('Cache-Control')}`.includes('immutable');
  ctx.body = forEver ? await compressOnce(encoding, body) : await COMPRESS[encoding](body);
}

/** Whoever asks first does not wait for the smallest copy, which all others get: made meanwhile on another thread. */
async function compressOnce(encoding: 'br' | 'gzip', text: string): Promise<Buffer> {
  const key = `${encoding} ${createHash('sha256').update(text).digest('base64')}`;
  const known = kept.get(key);
  if (known) return known;
  const packed = await COMPRESS_ONCE[encoding](text);
  if (encoding === 'br' && !kept.has(key)) void smallest(text).then((copy) => kept.set(key, copy));
  kept.set(key, packed);
  return packed;
}

const WEIGHED = /^\s*([\w*-]+)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

/** The weights of a header by coding; parts that are no coding with a weight are ignored. */
function weightsOf(header: string): Map<string, number> {
  const parts = header.split(',').flatMap((part) => {
    const [, coding, weight] = WEIGHED.exec(part) ?? [];
    return coding ? [[coding.toLowerCase(), Number(weight ?? 1)] as const] : [];
  });
  return new Map(parts);
}
