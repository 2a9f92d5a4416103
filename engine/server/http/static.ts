import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Context, Middleware, Next } from 'koa';
import { ENCODINGS, type Encoding, negotiate } from './encoding.ts';

/** Types of what a build makes; anything else is not served. */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  map: 'application/json; charset=utf-8',
};

/** What the build adds to a name for the compressed copies that it writes beside a file. */
const ENDINGS: Record<Encoding, string> = { br: '.br', gzip: '.gz', identity: '' };

/** Only pages and workers have a policy of their own; on everything else these would weigh more than some of the files. */
const OF_DOCUMENTS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];

type Asset = { type: string; forEver: boolean; worker: boolean; copies: Copy[] };
type Copy = { encoding: Encoding; file: string; bytes: number };

/**
 * Serves the files of a build folder, listed once: no path from a request is ever opened. Where the build has
 * compressed a file, the client gets the copy that it takes. Names below `/assets/` bear a hash of the content and are
 * kept for ever. Every other page address gives `index.html`, because the browser does the routing. A folder that is
 * not there serves nothing.
 */
export function staticFiles(folder: string): Middleware {
  const assets = existsSync(folder) ? listAssets(folder) : new Map<string, Asset>();
  return async (ctx: Context, next: Next) => {
    if (
      (ctx.method !== 'GET' && ctx.method !== 'HEAD') ||
      ctx.path === '/api' ||
      ctx.path.startsWith('/api/')
    )
      return next();
    const isPage = !ctx.path.split('/').at(-1)?.includes('.');
    const asset = assets.get(ctx.path) ?? (isPage ? assets.get('/index.html') : undefined);
    if (!asset) return next();
    send(ctx, asset);
  };
}

function send(ctx: Context, { type, forEver, worker, copies }: Asset): void {
  const available = copies.map(({ encoding }) => encoding);
  const chosen = available.length > 1 ? negotiate(ctx, available) : 'identity';
  const copy = copies.find(({ encoding }) => encoding === chosen);
  if (!copy) throw new Error(`an asset of type ${type} has no plain copy`);
  if (forEver && !worker) for (const header of OF_DOCUMENTS) ctx.remove(header);
  ctx.set('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  ctx.type = type;
  ctx.length = copy.bytes;
  ctx.body = createReadStream(copy.file);
}

function listAssets(folder: string): Map<string, Asset> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const assets = names.flatMap((name) => {
    const file = join(folder, name);
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (!type || !statSync(file).isFile()) return [];
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    return [
      [
        path,
        {
          type,
          forEver: path.startsWith('/assets/'),
          worker: path.includes('worker'),
          copies: copiesOf(file),
        },
      ] as const,
    ];
  });
  return new Map(assets);
}

const copiesOf = (plain: string): Copy[] =>
  ENCODINGS.flatMap((encoding) => {
    const file = `${plain}${ENDINGS[encoding]}`;
    return existsSync(file) ? [{ encoding, file, bytes: statSync(file).size }] : [];
  });
