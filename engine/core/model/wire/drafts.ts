import { type Static, Type } from 'typebox';
import { anyObject, closed, filledText, id, nullable, oneOf, text, version } from './parts.ts';

const moment = Type.String({
  maxLength: 40,
  pattern: '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]{5,12}(Z|[+-]\\d{2}:\\d{2})$',
});
const status = oneOf('editing', 'submitted', 'approved', 'published', 'abandoned');
/** The code of a second factor, from whoever has one. */
const code = Type.Optional(text(20));

/** A draft in the list of drafts. */
const draft = {
  id,
  title: text(200),
  status,
  /** The files after all its changes. */
  source: id,
  /** How many changes its list has. */
  length: version,
  createdAt: text(),
  /** Empty = a changed folder of definitions, or somebody who is gone. */
  createdBy: text(),
  /** When it is to be published. */
  publishAt: nullable(text()),
};

/** GET /api/drafts: newest first. `isVacant`: there is no programme yet, and the first draft that is published is it. */
export const DraftList = closed({ drafts: Type.Array(closed(draft)), isVacant: Type.Boolean() });
export type DraftList = Static<typeof DraftList>;

/** POST /api/drafts: begins with what is published in the cycle. */
export const DraftStart = closed({ title: filledText(200), cycle: text(60) });
export type DraftStart = Static<typeof DraftStart>;

const Problem = closed({
  severity: oneOf('error', 'warning', 'note'),
  code: text(),
  file: text(),
  pointer: text(),
  place: text(),
  message: text(10_000),
});

const Line = closed({
  number: version,
  act: version,
  kind: text(),
  parameters: anyObject(),
  sentence: text(10_000),
  at: text(),
  by: text(),
  why: text(),
  /** The act that it takes back. */
  undoes: nullable(version),
  /** The act that took it back. */
  undoneBy: nullable(version),
});

/** GET /api/drafts/:id: the list with its sentences, what is wrong, and what publishing would do. */
export const DraftView = closed({
  ...draft,
  why: text(),
  /** Whoever asks has begun, changed or submitted it: somebody else has to approve it. */
  authored: Type.Boolean(),
  changes: Type.Array(Line),
  remarks: Type.Array(closed({ at: text(), by: text(), text: text(), change: nullable(version) })),
  /**
   * Changed rules that neither an example nor a replayed application reaches; none while there are errors. Each needs a
   * reason before it can be published.
   */
  unreached: Type.Array(
    closed({
      rule: id,
      cycle: text(),
      heading: text(),
      message: text(),
      sentence: text(10_000),
      forms: Type.Array(closed({ id, title: text() })),
      reason: nullable(closed({ text: text(), at: text(), by: text() })),
    }),
  ),
  /** Examples that do not come out as they say are among them (`failing-case`). */
  problems: Type.Array(Problem),
  /** How many problems there are; not more than a few hundred are listed. */
  found: closed({ errors: version, warnings: version, cases: version, failed: version }),
  /** The cycles of the draft; `publishes`: its edition or its files differ from what is published. */
  editions: Type.Array(closed({ cycle: text(), edition: text(), publishes: Type.Boolean() })),
});
export type DraftView = Static<typeof DraftView>;

/** A stretch of a template, sign by sign: blanks at its ends are part of it. */
const stretch = Type.Optional(
  Type.String({ maxLength: 70_000, pattern: '^(?:[^\\p{Cs}\\p{Cc}]|[\\n\\r\\t])*$' }),
);

/** A change as `engine/core/change` takes it. */
const Change = Type.Unsafe<{ kind: string; reason?: string }>(
  Type.Object({ was: stretch, markup: stretch, left: stretch, right: stretch }),
);

/** POST /api/drafts/:id/changes: one change or several as one act, to the list of this length. */
export const DraftChanges = closed({
  length: version,
  changes: Type.Array(Change, { minItems: 1, maxItems: 500 }),
  why: Type.Optional(text(2000)),
});
export type DraftChanges = Static<typeof DraftChanges>;

/** POST /api/drafts/:id/undo: takes an act back, whatever came after it; an undo is taken back like any act. */
export const DraftUndo = closed({ length: version, act: version });
export type DraftUndo = Static<typeof DraftUndo>;

/** What a change has made of the draft. */
export const DraftChanged = closed({ length: version, act: version, source: id });
export type DraftChanged = Static<typeof DraftChanged>;

/** POST /api/drafts/:id/remarks */
export const DraftRemarkText = closed({ text: filledText(2000), change: Type.Optional(version) });
export type DraftRemarkText = Static<typeof DraftRemarkText>;

/** POST /api/drafts/:id/reasons: why a changed rule that nothing reaches is published all the same. */
export const DraftReasonText = closed({ rule: id, text: filledText(2000) });
export type DraftReasonText = Static<typeof DraftReasonText>;

/** POST /api/drafts/:id/submit and …/discard: of the files that were seen. */
export const DraftStep = closed({ source: id, why: Type.Optional(text(2000)) });
export type DraftStep = Static<typeof DraftStep>;

/** POST /api/drafts/:id/approve: publishes these files at once, or at the hour given. */
export const DraftApproval = closed({ source: id, at: Type.Optional(moment), code });
export type DraftApproval = Static<typeof DraftApproval>;

const File = closed({ path: text(255), text: Type.String({ maxLength: 2_200_000 }) });

/** Files of definitions in their one layout. */
export const SourceFiles = closed({ source: id, files: Type.Array(File, { maxItems: 2100 }) });
export type SourceFiles = Static<typeof SourceFiles>;

/** GET /api/publications/:cycle/files: of which edition; absent: of what is published now. */
export const PublishedEdition = closed({ edition: Type.Optional(id) });

/** GET /api/publications: newest first. */
export const PublicationList = closed({
  publications: Type.Array(
    closed({
      cycle: text(),
      number: version,
      act: oneOf('publish', 'rollBack', 'retire'),
      edition: id,
      source: nullable(id),
      parent: nullable(id),
      at: text(),
      /** Empty = the folder of definitions, or somebody who is gone. */
      by: text(),
      why: text(),
    }),
  ),
});
export type PublicationList = Static<typeof PublicationList>;

/** POST /api/publications: publishes again what was published under a number, or ends new cases of a cycle. */
export const PublicationAct = closed({
  cycle: text(60),
  act: oneOf('rollBack', 'retire'),
  /** Of the publication to go back to. */
  number: Type.Optional(version),
  why: filledText(2000),
  code,
});
export type PublicationAct = Static<typeof PublicationAct>;

/** GET /api/starters: in which language, and for which year. */
export const StarterWish = closed({
  locale: oneOf('zh-CN', 'en'),
  year: Type.String({ pattern: '^2\\d{3}$' }),
});
export type StarterWish = Static<typeof StarterWish>;

const accountForm = closed({ form: id, section: id });

/** What in the starters is filled in with what somebody types. */
const starterParts = closed({
  /** The kinds of the organisation at the top, and of those from which people apply. */
  top: id,
  applies: id,
  person: accountForm,
  organisation: accountForm,
  category: id,
  section: id,
  /** The question that the others are laid out like, on the sheet and in the list. */
  field: id,
  sheet: id,
  roster: id,
});

const Starter = closed({
  id,
  title: text(),
  text: text(),
  files: Type.Array(closed({ path: text(255), text: Type.String({ maxLength: 200_000 }) }), {
    maxItems: 100,
  }),
});

/** Programmes to begin with, one a route. */
export const StarterList = closed({ parts: starterParts, routes: Type.Array(Starter, { maxItems: 20 }) });
export type StarterList = Static<typeof StarterList>;
