import Koa, { type Context, type Next } from 'koa';
import type { Logger } from '#server/log.ts';
import type { Services } from '#server/services/ground/index.ts';
import { languageOf } from './language.ts';
import { wordsOf } from './locales/index.ts';
import { csrf } from './middleware/csrf.ts';
import { drainBody } from './middleware/drain-body.ts';
import { errors } from './middleware/errors.ts';
import { headers } from './middleware/headers.ts';
import { host } from './middleware/host.ts';
import { methods } from './middleware/methods.ts';
import { requestLog } from './middleware/request-log.ts';
import { requestId } from './middleware/requestId.ts';
import { openApi } from './openapi.ts';
import { createRouter } from './router.ts';
import { routes } from './routes/index.ts';
import { staticFiles } from './static.ts';

type AppOptions = {
  services: Services;
  log: Logger;
  title: string;
  /** Browsers use https. */
  secure: boolean;
  trustProxy: boolean;
  allowedHost: (host: string) => boolean;
  /** The built pages. */
  pages: string;
  /** False while starting or stopping. */
  alive: () => boolean;
  /** What requests need, each by name, and whether it is there. */
  readiness: () => Promise<Record<string, boolean>>;
};

/** The whole HTTP server: what wraps every answer, the route table, its description, the pages. */
export function createApp(options: AppOptions): Koa {
  const { services, log, secure } = options;
  const { languages } = services.editions;
  const app = new Koa({ proxy: options.trustProxy, maxIpsCount: 1 });
  const table = createRouter(routes, { services, secure });
  app.silent = true;
  app.use(drainBody());
  app.use(requestId());
  app.use(requestLog(log));
  app.use(
    errors(
      (ctx) => wordsOf(ctx.state.language ?? languageOf(ctx, languages())),
      (error, id) => log.error({ err: error, requestId: id }, 'request failed'),
    ),
  );
  app.use(headers(secure));
  app.use(methods());
  app.use(health(options));
  app.use(host(options.allowedHost));
  app.use(csrf(secure));
  app.use(description(openApi(routes, options.title)));
  app.use(staticFiles(options.pages));
  app.use(table.routes);
  app.use(table.rest);
  app.on('error', (error: Error) => log.warn({ err: error }, 'answer cut short'));
  return app;
}

/**
 * For whoever watches over the process, under any host name. `/healthz`: it lives; what it needs may be away, and
 * starting it again would not help. `/readyz`: it can serve, with what is away where it cannot.
 */
function health({ alive, readiness }: Pick<AppOptions, 'alive' | 'readiness'>) {
  return async (ctx: Context, next: Next) => {
    if (ctx.path !== '/healthz' && ctx.path !== '/readyz') return next();
    const parts = ctx.path === '/readyz' && alive() ? await readiness() : {};
    const ready = alive() && Object.values(parts).every(Boolean);
    ctx.status = ready ? 200 : 503;
    ctx.body = { ready, ...parts };
  };
}

function description(document: object) {
  return async (ctx: Context, next: Next) => {
    if (ctx.path !== '/api/openapi.json' || ctx.method !== 'GET') return next();
    ctx.body = document;
  };
}
