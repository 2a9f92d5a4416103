import type { Context, Middleware, Next } from 'koa';
import { Failure } from '../../services/index.ts';

/** Answers only under the host names that it was told (host or host:port, lower case); `@` and lists never match. */
export function host(allowed: (host: string) => boolean): Middleware {
  return async (ctx: Context, next: Next) => {
    if (!allowed((ctx.req.headers.host ?? '').toLowerCase())) throw new Failure('invalid', 'bad-request');
    await next();
  };
}
