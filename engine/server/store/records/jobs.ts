/** Work beside the requests. */
import type { JsonObject } from '#core/model/index.ts';
import type { At } from './at.ts';

/** `waiting` for its time or its turn; a `running` one whose lease has ended is free again. */
export type JobStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Why a try did not succeed: `code` names a sentence of the screens, `message` is what was thrown. */
export type JobProblem = { code: string; params: { [name: string]: string | number }; message: string };

/** A piece of work beside the requests. */
export type Job = {
  id: string;
  kind: string;
  /** Of one kind no two jobs have the same: whoever asks twice gets one. */
  key: string;
  /** On whose behalf, and so in whose turn; empty = the system's. */
  userId: string;
  payload: JsonObject;
  status: JobStatus;
  /** Not before. */
  dueAt: At;
  /** Goes up each time it is taken: whoever holds an older number has lost it. */
  lease: number;
  /** While running: until then nobody else takes it. */
  leasedUntil: At | null;
  /** Tries since it was last asked for. */
  attempts: number;
  /** How far it is, of `total` where that is known. */
  done: number;
  total: number | null;
  problem: JobProblem | null;
  result: JsonObject | null;
  createdAt: At;
  /** When it was last taken. */
  startedAt: At | null;
  finishedAt: At | null;
};
