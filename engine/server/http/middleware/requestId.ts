import { randomUUID } from 'node:crypto';
import type { Context, Middleware, Next } from 'koa';

/** Names the request; the name stands in the answer, in errors and in the log. */
export function requestId(): Middleware {
  return async (ctx: Context, next: Next) => {
    ctx.state.requestId = randomUUID();
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
  };
}
