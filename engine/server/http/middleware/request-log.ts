import type { Middleware } from 'koa';
import type { Logger } from '#server/log.ts';
import { type Asked, counting } from '#server/store/index.ts';

/** A line for each request, with what it has asked of the database: who is slow is found by it. */
export function requestLog(log: Logger): Middleware {
  return async (ctx, next) => {
    const asked: Asked = { statements: 0, transactions: 0 };
    const begun = performance.now();
    await counting(asked, next);
    const milliseconds = Math.round(performance.now() - begun);
    const { method, status } = ctx;
    const route = ctx._matchedRoute ?? null;
    log.debug({ requestId: ctx.state.requestId, method, route, status, milliseconds, ...asked }, 'answered');
  };
}
