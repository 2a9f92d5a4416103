import type { ErrorBody } from '#core/model/wire/index.ts';
import type { ApiWords } from '#renderer/locales/index.ts';

/**
 * An answer of 4xx or 5xx. `status` 0: the server could not be reached. `body` is null where the answer did not come
 * from our server.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody | null;

  constructor(status: number, body: ErrorBody | null) {
    super(body?.message ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.body = body;
  }
}

/** The server did not answer. */
export const isOffline = (error: unknown): boolean => error instanceof ApiError && error.status === 0;
/** The server cannot answer at this moment: it starts, stops, or is overloaded. Trying again helps. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && [429, 502, 503, 504].includes(error.status);
/** Somebody else was quicker: what was sent is of an older version. */
export const isConflict = (error: unknown): boolean => error instanceof ApiError && error.status === 409;
/** What was sent is not asked for as the server knows the answers: another part that shows it may not be saved yet. */
export const isNotAsked = (error: unknown): boolean =>
  error instanceof ApiError && error.body?.code === 'section-hidden';
/** Nobody is logged in any more. */
export const isUnauthenticated = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 401;

/**
 * A sentence for the person: the server's own where it sent one, else the locale's for the status.
 * A fault of the server carries its request number, so that support can find it.
 */
export function messageOf(error: unknown, words: ApiWords): string {
  if (!(error instanceof ApiError)) return words.unexpected;
  if (error.status === 0) return words.offline;
  const sentence = error.body?.message || sentenceFor(error.status, words);
  if (error.status < 500 || !error.body?.requestId) return sentence;
  return `${sentence}${words.requestNumber(error.body.requestId)}`;
}

function sentenceFor(status: number, words: ApiWords): string {
  if (status === 401) return words.loginAgain;
  if (status === 403) return words.forbidden;
  if (status === 404) return words.notFound;
  if (status === 409) return words.conflict;
  if (status === 413) return words.tooLarge;
  if (status === 429) return words.tooOften;
  return status >= 500 ? words.serverFault : words.refused;
}
