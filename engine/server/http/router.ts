import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import { servicesIn } from '#server/services/editions/index.ts';
import { countRate, findActor } from '#server/services/entry/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { createCallLimits } from './call-limits.ts';
import { readSession, writeSession } from './cookies.ts';
import { compress } from './encoding.ts';
import { languageOf } from './language.ts';
import { json } from './middleware/json.ts';
import type { HeadedAnswer, RawAnswer, RawRequest, Route, SessionAnswer } from './route.ts';

/** What a user may call before they have changed an initial password or set up a required second factor. */
const BEFORE_CHANGE = '/api/session';

type Options = { services: Services; secure: boolean };
type Limit = (route: Route, userId: string | null, address: string) => Promise<void>;
type HandlerOptions = Options & { limit: Limit };

/** The routes as middleware: authorise, check, call, answer. */
export function createRouter(routes: Route[], options: Options): { routes: Middleware; rest: Middleware } {
  const router = new Router();
  const parse = json();
  const limit = createLimit(options.services);
  for (const route of routes) {
    const run = handlerOf(route, { ...options, limit });
    const steps = route.body ? [parse, run] : [run];
    router.register(route.path, [route.method.toLowerCase()], steps);
  }
  const refuse = (): Failure => new Failure('invalid', 'method-not-allowed');
  return {
    routes: router.routes() as Middleware,
    rest: router.allowedMethods({
      throw: true,
      methodNotAllowed: refuse,
      notImplemented: refuse,
    }) as Middleware,
  };
}

function handlerOf(route: Route, options: HandlerOptions): Middleware {
  const { services, secure, limit } = options;
  const accept = route.compile();
  return async (ctx: Context) => {
    const actor = await authorise(ctx, route, options);
    const call = accept(requestOf(ctx));
    await limit(route, actor?.userId ?? null, ctx.ip);
    send(ctx, route, await call(servicesIn(services, ctx.state.language), actor), secure);
    if (route.compressed) await compress(ctx);
  };
}

async function authorise(ctx: Context, route: Route, { services, secure }: Options): Promise<Actor | null> {
  const secret = readSession(ctx, secure);
  const actor = secret === undefined ? null : await findActor(services, secret);
  ctx.state.actorId = actor?.userId;
  ctx.state.language = languageOf(ctx, services.editions.languages(), actor?.language);
  if (route.access === 'public') return actor;
  if (!actor) throw new Failure('unauthenticated', 'unauthenticated');
  if (actor.mustEnrol && !actor.mustChangePassword && !route.path.startsWith(BEFORE_CHANGE))
    throw new Failure('forbidden', 'enrol-first');
  const { access } = route;
  if (access !== 'session' && !access.some((ability) => actor.abilities.includes(ability)))
    throw new Failure('forbidden', 'forbidden');
  if (actor.mustChangePassword && !route.path.startsWith(BEFORE_CHANGE))
    throw new Failure('forbidden', 'change-password-first');
  return actor;
}

/** Somebody's calls are counted here, an address's in the database: behind it may be whoever tries a secret. */
function createLimit(services: Services): Limit {
  const spare = createCallLimits(services.clock);
  return async ({ method, path, perMinute }, userId, address) => {
    if (perMinute === undefined) return;
    const route = `${method} ${path}`;
    if (userId !== null) spare(`${route}:${userId}`, perMinute);
    else await countRate(services, `${route}:${address}`, { most: perMinute, seconds: 60 });
  };
}

const bodyOf = (ctx: Context): unknown => (ctx.request as unknown as { body?: unknown }).body;

const requestOf = (ctx: Context): RawRequest => ({
  params: ctx.params,
  query: { ...ctx.query },
  body: bodyOf(ctx),
  address: ctx.ip,
  stream: ctx.req,
  gone: goneOf(ctx),
});

/** A page that is closed ends its requests. */
function goneOf({ res }: Context): AbortSignal {
  const gone = new AbortController();
  const end = (): void => {
    if (!res.writableFinished) gone.abort();
  };
  // It may have been closed while it was found out who asks.
  if (res.closed) end();
  else res.once('close', end);
  return gone.signal;
}

function send(ctx: Context, route: Route, answer: unknown, secure: boolean): void {
  ctx.status = route.status ?? 200;
  if (isRaw(answer)) sendRaw(ctx, answer);
  else if (isSession(answer)) {
    writeSession(ctx, secure, answer.session);
    sendJson(ctx, answer.body);
  } else if (isHeaded(answer)) {
    ctx.set(answer.headers);
    sendJson(ctx, answer.body);
  } else sendJson(ctx, answer);
}

/** Serialised here, because Koa answers `null` with no content. */
function sendJson(ctx: Context, body: unknown): void {
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = JSON.stringify(body ?? null);
}

function sendRaw(ctx: Context, { raw, type, headers = {}, download }: RawAnswer): void {
  ctx.set(headers);
  if (download === undefined) ctx.set('Content-Disposition', 'inline');
  else ctx.attachment(download);
  ctx.set('Content-Type', type);
  ctx.body = raw;
}

const isRaw = (answer: unknown): answer is RawAnswer =>
  typeof answer === 'object' && answer !== null && 'raw' in answer;

const isHeaded = (answer: unknown): answer is HeadedAnswer =>
  typeof answer === 'object' && answer !== null && 'headers' in answer && 'body' in answer;

const isSession = (answer: unknown): answer is SessionAnswer =>
  typeof answer === 'object' && answer !== null && 'session' in answer && 'body' in answer;
