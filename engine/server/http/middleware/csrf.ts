import type { Context, Middleware, Next } from 'koa';
import { Failure } from '#server/services/ground/index.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * An unsafe method must come from our own pages: the browser's `Origin` names this host, and
 * `Sec-Fetch-Site`, where it is sent, says same-origin. Whoever sends no Origin is refused.
 */
export function csrf(secure: boolean): Middleware {
  return async (ctx: Context, next: Next) => {
    if (!SAFE.has(ctx.method) && !fromOurselves(ctx, secure)) throw new Failure('forbidden', 'cross-origin');
    await next();
  };
}

function fromOurselves(ctx: Context, secure: boolean): boolean {
  const site = ctx.get('Sec-Fetch-Site');
  if (site !== '' && site !== 'same-origin') return false;
  return (
    ctx.get('Origin').toLowerCase() === `${secure ? 'https' : 'http'}://${ctx.get('Host').toLowerCase()}`
  );
}
