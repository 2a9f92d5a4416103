import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Context, Middleware, Next } from 'koa';

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

type Asset = { file: string; type: string; bytes: number; forEver: boolean };

/**
 * Serves the files of a build folder, listed once: no path from a request ever reaches the disk. Every other page
 * address gives `index.html`, because the browser does the routing. A folder that is not there serves nothing.
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
    ctx.set('Cache-Control', asset.forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    ctx.type = asset.type;
    ctx.length = asset.bytes;
    ctx.body = createReadStream(asset.file);
  };
}

function listAssets(folder: string): Map<string, Asset> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const assets = names.flatMap((name) => {
    const file = join(folder, name);
    const type = TYPES[name.split('.').at(-1) ?? ''];
    const stats = statSync(file);
    if (!type || !stats.isFile()) return [];
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    return [[path, { file, type, bytes: stats.size, forEver: path.startsWith('/assets/') }] as const];
  });
  return new Map(assets);
}
