import { type Static, Type } from 'typebox';
import { after, closed, filledText, id, nullable, oneOf, text, version } from './parts.ts';

/** How many applications; null = fewer than may be counted before whoever reads it. */
const Count = nullable(version);

/**
 * What blocks applications under the draft alone, or no more, or an answer that finds no place there; a state in which
 * nothing can happen, a sheet that does not fit, a column of a roster without a value, a sheet that shows something else.
 */
const Line = closed({
  key: id,
  kind: oneOf('blocked', 'allowed', 'aside', 'stuck', 'overflow', 'blank', 'print'),
  code: text(),
  rule: text(),
  /** Where it stands, in the titles of the form. */
  place: text(),
  /** What the rule says; empty where it is no rule. */
  message: text(),
  /** The clause that it rests on. */
  source: text(),
  cases: Count,
  categories: Type.Array(closed({ id, title: text(), cases: Count })),
});

/**
 * `carried`: answers carried forward into the draft's cycle. `rules`: everything that the draft changes but its calendar,
 * as if it were still the cycle that the applications are of.
 */
const mode = oneOf('carried', 'rules');

/** The applications of a cycle, read under a draft: counts. */
const Replay = closed({
  id,
  /** The files of the draft that they were read under. */
  source: text(64),
  cycle: text(60),
  target: text(60),
  mode,
  status: oneOf('waiting', 'running', 'done', 'failed', 'cancelled'),
  createdAt: text(),
  /** Empty = somebody who is gone. */
  createdBy: text(),
  finishedAt: nullable(text()),
  /** How many are done, of how many; null = nobody has counted yet. */
  done: version,
  total: nullable(version),
  /** Null until it is over. */
  report: nullable(
    closed({
      cases: version,
      changed: Count,
      blocked: Count,
      allowed: Count,
      aside: Count,
      /** Which the draft has no form for, or to which no changes lead. */
      stays: Count,
      /** Not counted in older ones. */
      stuck: Type.Optional(Count),
      overflow: Type.Optional(Count),
      blank: Type.Optional(Count),
      print: Type.Optional(Count),
      lines: Type.Array(Line),
    }),
  ),
});
export type Replay = Static<typeof Replay>;

/** GET /api/replays: the drafts that are open, newest first. */
export const ReplayedDrafts = closed({
  drafts: Type.Array(closed({ id, title: text(), status: text(), last: nullable(Replay) })),
});
export type ReplayedDrafts = Static<typeof ReplayedDrafts>;

/** GET /api/drafts/:id/replays: newest first; whose applications there are, and whose forms the draft has. */
export const ReplayList = closed({
  title: text(),
  source: text(64),
  isOpen: Type.Boolean(),
  cycles: Type.Array(closed({ cycle: text(60), cases: version })),
  targets: Type.Array(text(60)),
  replays: Type.Array(Replay),
});
export type ReplayList = Static<typeof ReplayList>;

/** POST /api/drafts/:id/replays: reads the applications of a cycle under the files that were seen. */
export const ReplayStart = closed({ source: text(64), cycle: filledText(60), target: filledText(60), mode });
export type ReplayStart = Static<typeof ReplayStart>;

export const ReplayedCaseSearch = closed({
  line: id,
  category: Type.Optional(id),
  after: Type.Optional(after),
});
export type ReplayedCaseSearch = Static<typeof ReplayedCaseSearch>;

const Asked = {
  case: id,
  /** The line of the report that the application stands behind. */
  line: Type.Optional(id),
};

/** GET /api/replays/:id/example: what example of the draft an application would become; nothing is kept. */
export const ExampleOf = closed(Asked);
export type ExampleOf = Static<typeof ExampleOf>;

/** An example without anything of its person: what stands in it, and what the draft says of it. */
export const ExampleView = closed({
  length: version,
  /** Blocked by what the line is about; without a line by anything. */
  isBlocked: Type.Boolean(),
  /** The draft says the same of the application. */
  agrees: Type.Boolean(),
  lines: Type.Array(
    closed({ of: oneOf('application', 'applicant', 'unit'), place: text(), value: text(10_000) }),
  ),
});
export type ExampleView = Static<typeof ExampleView>;

/** POST /api/replays/:id/examples: keeps that example as a change of the draft, whose list had this length. */
export const ExampleKept = closed({ ...Asked, length: version, name: filledText(120) });
export type ExampleKept = Static<typeof ExampleKept>;

/** GET /api/replays/:id/cases: the applications behind a number. */
export const ReplayedCasePage = closed({
  rows: Type.Array(closed({ case: id, name: text(), category: text() })),
  after: nullable(text()),
});
export type ReplayedCasePage = Static<typeof ReplayedCasePage>;

/** What blocks an application, in the form's words: under its own edition, under the draft, or under both. */
const ComparedProblem = closed({
  code: text(),
  place: text(),
  message: text(),
  source: text(),
  isOwn: Type.Boolean(),
  isDrafts: Type.Boolean(),
});

/** GET /api/replays/:id/cases/:case: an application under its own edition and under the draft, as it was replayed. */
export const SideBySide = closed({
  draft: id,
  name: text(),
  category: text(),
  cycle: text(60),
  target: text(60),
  mode,
  /** Where it stands. */
  state: text(),
  problems: Type.Array(ComparedProblem),
  effects: Type.Array(closed({ kind: oneOf('aside', 'stuck', 'overflow', 'blank'), place: text() })),
  /** What each shows under the draft: the same, something else; or it is there alone, or no more. */
  sheets: Type.Array(closed({ id, title: text(), shows: oneOf('same', 'other', 'new', 'gone') })),
});
export type SideBySide = Static<typeof SideBySide>;
