import { type Static, Type } from 'typebox';
import { after, closed, filledText, id, nullable, oneOf, text, version } from './parts.ts';

const status = oneOf('trying', 'tried', 'moving', 'moved', 'undoing', 'undone');
const Counted = Type.Array(closed({ what: text(), cases: version }));

/** Counts of a move; of a dry run what would come of it. */
const Report = closed({
  ready: version,
  stays: version,
  moved: version,
  undone: version,
  /** Cases with problems that they did not have. */
  gaining: version,
  /** Answers that found no place: kept, and shown nowhere. */
  setAside: version,
  /** Files that found no place. */
  files: version,
  /** Signed prints that no longer show what the sheet shows. */
  stale: version,
  /** Cases for which nobody can tell what some change means. */
  unclear: version,
  /** What is wrong in how many cases, and why how many stay. */
  problems: Counted,
  reasons: Counted,
});

/** A move of cases under way from one edition of a cycle to another. */
const Move = closed({
  id,
  cycle: text(60),
  /** The edition that they were begun under, and the one that they go to. */
  origin: id,
  target: id,
  status,
  why: text(),
  createdAt: text(),
  /** Empty = somebody who is gone. */
  createdBy: text(),
  carriedOutBy: text(),
  report: nullable(Report),
});
/** GET /api/moves/:id */
export const MoveView = Move;
export type MoveView = Static<typeof MoveView>;

/** GET /api/moves: newest first, and the editions that applications are under. */
export const MoveList = closed({
  moves: Type.Array(Move),
  editions: Type.Array(
    closed({ edition: id, cycle: text(60), title: text(), cases: version, published: Type.Boolean() }),
  ),
});
export type MoveList = Static<typeof MoveList>;

/** POST /api/moves: tries the move of all applications under this edition to what is published in its cycle. */
export const MoveStart = closed({ edition: id, why: filledText(2000) });
export type MoveStart = Static<typeof MoveStart>;

/** POST /api/moves/:id: carries out what was tried, or takes it back. `code` from whoever has a second factor. */
export const MoveAct = closed({ act: oneOf('move', 'undo'), code: Type.Optional(text(20)) });
export type MoveAct = Static<typeof MoveAct>;

export const MovedCaseSearch = closed({ after: Type.Optional(after) });

/** GET /api/moves/:id/cases: what becomes of the cases that somebody may see. */
export const MovedCasePage = closed({
  rows: Type.Array(
    closed({
      case: id,
      name: text(),
      outcome: oneOf('ready', 'stays', 'moved', 'undone'),
      reason: nullable(text()),
      gained: Type.Array(closed({ path: text(), code: text() })),
      setAside: Type.Array(text()),
      files: version,
      stale: version,
    }),
  ),
  after: nullable(text()),
});
export type MovedCasePage = Static<typeof MovedCasePage>;
