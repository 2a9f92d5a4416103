import type { Context, Middleware, Next } from 'koa';
import type { ErrorBody } from '#core/model/wire/index.ts';
import { Failure, type FailureKind } from '#server/services/ground/index.ts';
import { isUnavailable } from '#server/store/index.ts';
import { sentenceFor } from '../locales/index.ts';
import type { Words } from '../locales/words.ts';

const STATUS: Record<FailureKind, number> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  busy: 503,
};

/** What is wrong with the request itself, before any use case. */
const STATUS_OF_CODE: Record<string, number> = { 'bad-request': 400, 'method-not-allowed': 405 };

/** Codes for errors that Koa and its parsers throw with a status. */
const BY_STATUS: Record<number, string> = {
  400: 'bad-request',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'timed-out',
  413: 'too-large',
  415: 'unsupported',
};

/** Seconds after which a database that was restarted has come back. */
const AWAY_FOR = 5;

type Answer = { status: number; body: ErrorBody; retryAfter?: number | undefined };

/**
 * The outermost catch: turns every refusal into an ErrorBody in the language of the request, an unavailable database
 * into a 503, and every fault into a 500 without details. Faults go to `report` with the request id.
 */
export function errors(
  wordsFor: (ctx: Context) => Words,
  report: (error: unknown, requestId: string) => void,
): Middleware {
  return async (ctx: Context, next: Next) => {
    try {
      await next();
      if (ctx.status === 404 && !ctx.body) throw new Failure('not-found', 'not-found');
    } catch (error) {
      send(ctx, answerTo(error, wordsFor(ctx), String(ctx.state.requestId)));
      if (ctx.status >= 500 && !(error instanceof Failure)) report(error, String(ctx.state.requestId));
    }
  };
}

function send(ctx: Context, answer: Answer): void {
  ctx.status = answer.status;
  ctx.body = answer.body;
  if (answer.retryAfter) ctx.set('Retry-After', String(answer.retryAfter));
}

function answerTo(error: unknown, words: Words, requestId: string): Answer {
  if (error instanceof Failure) return ofFailure(error, words, requestId);
  if (isUnavailable(error))
    return {
      status: 503,
      body: { code: 'unavailable', message: sentenceFor(words, 'unavailable'), requestId },
      retryAfter: AWAY_FOR,
    };
  const status = statusOf(error);
  const code = BY_STATUS[status] ?? (status < 500 ? 'bad-request' : 'internal');
  return { status, body: { code, message: sentenceFor(words, code), requestId } };
}

function ofFailure(failure: Failure, words: Words, requestId: string): Answer {
  const { params, message, problems, refused, current, retryAfter } = failure.details;
  const sentence = message ?? sentenceFor(words, failure.code, params);
  const body: ErrorBody = {
    code: failure.code,
    message: sentence,
    requestId,
    ...(problems && { problems }),
    ...(refused && { refused }),
    ...(current && { current }),
  };
  return { status: STATUS_OF_CODE[failure.code] ?? STATUS[failure.kind], body, retryAfter };
}

/** The status that a parser's error carries; everything else is a fault of ours. */
function statusOf(error: unknown): number {
  if (error instanceof URIError) return 400;
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  const status = Number(error.status);
  return status >= 400 && status < 500 ? status : 500;
}
