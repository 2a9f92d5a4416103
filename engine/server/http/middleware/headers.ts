import helmet from 'helmet';
import type { Context, Middleware, Next } from 'koa';

/**
 * Security headers on every answer; nothing under /api is ever cached.
 * Styles may stand inline because Ant Design writes its css at run time; scripts may not.
 */
export function headers(secure: boolean): Middleware {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    crossOriginOpenerPolicy: secure,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  return async (ctx: Context, next: Next) => {
    await new Promise<void>((resolve, reject) =>
      set(ctx.req, ctx.res, (error) => (error ? reject(error) : resolve())),
    );
    if (isApi(ctx.path)) ctx.set('Cache-Control', 'no-store');
    await next();
  };
}

const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');
