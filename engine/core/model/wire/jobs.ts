import { type Static, Type } from 'typebox';
import { after, anyObject, closed, id, nullable, oneOf, text } from './parts.ts';

/** What comes by itself, and may be asked for by hand. */
const ownKinds = [
  'clear-expired',
  'clear-files',
  'erase-due',
  'fire-limits',
  'list-cases',
  'scan-held',
  'verify-trail',
] as const;
const ownKind = oneOf(...ownKinds);

/** Kinds of work beside the requests. */
const jobKind = oneOf(
  ...ownKinds,
  'freeze-print',
  'move-cases',
  'print-cases',
  'publish-draft',
  'replay-cases',
  'scan-file',
);
export type JobKind = Static<typeof jobKind>;

const jobStatus = oneOf('waiting', 'running', 'done', 'failed', 'cancelled');

/** A piece of work beside the requests, as its operator sees it. */
export const JobLine = closed({
  id,
  /** One that an older version of the program has left may be of another kind. */
  kind: text(40),
  status: jobStatus,
  /** Who asked for it; empty = the system, or somebody who is gone. */
  userName: text(),
  dueAt: text(),
  attempts: Type.Integer(),
  done: Type.Integer(),
  total: nullable(Type.Integer()),
  /** Why the last try did not succeed: `code` names a sentence of the screen. */
  problem: nullable(closed({ code: text(), params: anyObject(), message: text() })),
  result: nullable(anyObject()),
  createdAt: text(),
  startedAt: nullable(text()),
  finishedAt: nullable(text()),
});
export type JobLine = Static<typeof JobLine>;

/** GET /api/jobs?… */
export const JobSearch = closed({ status: Type.Optional(jobStatus), after: Type.Optional(after) });
export type JobSearch = Static<typeof JobSearch>;

/** A page of the jobs, newest first; `after` is where the next one begins, null at the end. */
export const JobPage = closed({ rows: Type.Array(JobLine), after: nullable(text()) });
/** A page of the jobs, newest first; `after` is where the next one begins, null at the end. */
export type JobPage = Static<typeof JobPage>;

/** POST /api/jobs: asks for a job at once. */
export const JobStart = closed({ kind: ownKind });
export type JobStart = Static<typeof JobStart>;

/** PUT /api/jobs/:id: tries one that failed again, or gives one up. */
export const JobChange = closed({ action: oneOf('retry', 'cancel') });
export type JobChange = Static<typeof JobChange>;
