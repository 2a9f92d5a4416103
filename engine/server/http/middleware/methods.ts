import type { Context, Middleware, Next } from 'koa';
import { Failure } from '#server/services/ground/index.ts';

const KNOWN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/** TRACE, CONNECT and unknown methods are answered with 405. */
export function methods(): Middleware {
  return async (ctx: Context, next: Next) => {
    if (KNOWN.has(ctx.method)) return next();
    ctx.set('Allow', [...KNOWN].join(', '));
    throw new Failure('invalid', 'method-not-allowed');
  };
}
