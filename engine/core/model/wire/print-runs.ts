import { type Static, Type } from 'typebox';
import { closed, id, nullable, oneOf, text } from './parts.ts';

/** So many cases go into one file. */
export const MOST_PRINTED = 500;

const form = oneOf('pdf', 'zip');

/**
 * POST /api/print-runs: a sheet of these cases, or of all in a queue of mine, as one file: merged with bookmarks, or an
 * archive of single files.
 */
export const PrintRunStart = closed({
  sheet: id,
  form,
  cases: Type.Optional(Type.Array(id, { minItems: 1, maxItems: 100 * MOST_PRINTED })),
  queue: Type.Optional(closed({ route: id, queue: id, cycle: Type.Optional(text(60)) })),
});
export type PrintRunStart = Static<typeof PrintRunStart>;

/** A run as its maker sees it. */
export const PrintRun = closed({
  id,
  sheet: text(),
  title: text(),
  form,
  status: oneOf('waiting', 'running', 'done', 'failed'),
  /** Why it failed: names a sentence of the screen. */
  problem: nullable(text()),
  cases: Type.Integer(),
  done: Type.Integer(),
  /** How many sheets the file holds: of the others there was none. */
  printed: Type.Integer(),
  bytes: nullable(Type.Integer()),
  createdAt: text(),
  /** It is deleted then. */
  expiresAt: text(),
});
export type PrintRun = Static<typeof PrintRun>;

/** GET /api/print-runs: mine, newest first. */
export const PrintRunList = closed({ runs: Type.Array(PrintRun) });
export type PrintRunList = Static<typeof PrintRunList>;
