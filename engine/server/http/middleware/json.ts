import { bodyParser } from '@koa/bodyparser';
import type { Context, Middleware, Next } from 'koa';
import { parseJson } from '#core/assemble/index.ts';
import { Failure } from '#server/services/ground/index.ts';

/** Bodies are JSON of at most 256 KiB, objects or lists; every other media type is refused. */
export function json(): Middleware {
  const parse = bodyParser({
    enableTypes: ['json'],
    parsedMethods: ['POST', 'PUT', 'DELETE'],
    jsonLimit: '256kb',
    jsonStrict: true,
    onError: refuse,
  });
  return async (ctx: Context, next: Next) => {
    if (hasBody(ctx) && !ctx.is('application/json')) throw new Failure('unsupported', 'json-only');
    return parse(ctx, async () => {
      refuseDoubleKeys(ctx.request.rawBody);
      return next();
    });
  };
}

/** Of two values under one key the parser silently keeps the last: nobody can tell which one was meant. */
function refuseDoubleKeys(text: string | undefined): void {
  const parsed = text ? parseJson(text) : { json: null };
  if ('json' in parsed) return;
  const { reason, line, column } = parsed;
  if (reason === 'TwiceTheKey') throw new Failure('invalid', 'double-key', { params: { line, column } });
  throw new Failure('invalid', 'bad-request');
}

const hasBody = (ctx: Context): boolean =>
  ctx.get('Transfer-Encoding') !== '' || Number(ctx.get('Content-Length') || 0) > 0;

function refuse(error: Error & { status?: number }): never {
  if (error.status === 413) throw new Failure('too-large', 'too-large');
  throw new Failure('invalid', 'bad-request');
}
