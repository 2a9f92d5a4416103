import type { AnswerProblem, Json, Refusal } from '#core/model/index.ts';

/** The classes of refusal that a use case knows; the HTTP room gives each its status. */
export type FailureKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'busy';

type Details = {
  /** Values for the placeholders of the locale's sentence. */
  params?: Record<string, string | number>;
  /** A sentence of the definition, in place of the locale's. */
  message?: string;
  problems?: AnswerProblem[];
  refused?: Refusal;
  current?: { version: number; value: Json } | undefined;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
};

/**
 * A use case refuses. `code` names the sentence in the locale files; the rest is for the person who asked.
 * Anything else that is thrown is a fault of the program or the world.
 */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly details: Details;

  constructor(kind: FailureKind, code: string, details: Details = {}) {
    super(`${kind}: ${code}`);
    this.name = 'Failure';
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

/** The same refusal for foreign and missing objects: a caller cannot tell them apart. */
export const notFound = (): Failure => new Failure('not-found', 'not-found');

/** This person may never do this. */
export const forbidden = (): Failure => new Failure('forbidden', 'forbidden');

/** Somebody else was quicker; `current` is what is stored now. */
export const stale = (current?: { version: number; value: Json }): Failure =>
  new Failure('conflict', 'stale', { current });

/** The answers do not hold; each problem is listed. */
export const invalid = (problems: AnswerProblem[]): Failure =>
  new Failure('invalid', 'invalid', { problems });
