import type { JsonObject } from '#core/model/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { Job } from '#server/store/index.ts';

/** What a worker needs besides what its kinds need. */
export type Shop = Pick<Services, 'db' | 'clock'>;

/** A job as its kind sees it. */
export type Work = Pick<Job, 'id' | 'key' | 'userId' | 'payload'> & {
  /** Says how far it is. Throws where it was cancelled or somebody else has it now: the work is to end there. */
  progress: (done: number, total: number | null) => Promise<void>;
};

/**
 * A kind of job. A process may die at any point of `run`, and the job is then run again: whatever it does must be right
 * when done twice.
 */
export type Kind<S> = {
  /** It comes by itself, once in so many milliseconds, however many processes there are. */
  every?: number;
  /** How often it is tried before it has failed. */
  attempts: number;
  /** Gives what the operator is to know of it. Throws JobError where another try would be of no use. */
  run: (services: S, work: Work) => Promise<JsonObject>;
};

/** The kinds of a worker by name. */
export type Kinds<S> = { readonly [kind: string]: Kind<S> };

/** What a job found wrong, and would find again: `code` names a sentence of the operator's screen. */
export class JobError extends Error {
  override readonly name = 'JobError';
  readonly code: string;
  readonly params: { [name: string]: string | number };

  constructor(code: string, params: JobError['params'] = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.code = code;
    this.params = params;
  }
}
