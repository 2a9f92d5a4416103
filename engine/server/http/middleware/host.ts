import type { Context, Middleware, Next } from 'koa';
import { Failure } from '#server/services/ground/index.ts';

/**
 * Answers only under the host names that it was given (host or host:port, lower case); `@` and lists never match.
 * A second Host, or one in the target itself (`GET http://...`), could mean another server to a proxy: refused.
 */
export function host(allowed: (host: string) => boolean): Middleware {
  return async (ctx: Context, next: Next) => {
    const { headers, rawHeaders, url = '' } = ctx.req;
    const hosts = rawHeaders.filter((one, at) => at % 2 === 0 && one.toLowerCase() === 'host');
    if (hosts.length !== 1 || !url.startsWith('/') || !allowed((headers.host ?? '').toLowerCase()))
      throw new Failure('invalid', 'bad-request');
    await next();
  };
}
