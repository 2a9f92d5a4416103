/** Editions, what was published, drafts of what comes next, and when a cycle is open. */
import type { Definition, Json, JsonObject } from '#core/model/index.ts';
import type { At } from './at.ts';

/** One edition of a cycle is `published`; a `retired` one serves what was begun under it. */
export type EditionStatus = 'draft' | 'published' | 'retired';

/** An edition as it was published, with its whole definition. */
export type EditionRecord = {
  hash: string;
  programme: string;
  cycle: string;
  definition: Definition;
  status: EditionStatus;
  publishedAt: At | null;
};

/** A file of a source, its content kept by the hash. `source`: the hash over all paths and contents. */
export type EditionFile = { source: string; path: string; sha256: string };

/** What a publication did: `rollBack` publishes again what was published before, `retire` ends new cases. */
export type PublicationAct = 'publish' | 'rollBack' | 'retire';

/** A line of the log of a cycle: the last one says what is published. */
export type Publication = {
  programme: string;
  cycle: string;
  /** Counts from 1. */
  number: number;
  act: PublicationAct;
  /** Hash of the edition, to which cases are pinned. */
  edition: string;
  /** The files that it was made of; null = published before files were kept. */
  source: string | null;
  /** What was published before it; null = nothing, or nothing with files. */
  parent: string | null;
  at: At;
  /** Null = from the folder of definitions. */
  by: string | null;
  why: string;
};

/** How far the log of a programme has come, and which folder was imported last. */
export type ProgrammeRecord = { id: string; version: number; imported: string | null };

/** A draft takes changes while `editing`; any change takes back what was submitted or approved. */
export type DraftStatus = 'editing' | 'submitted' | 'approved' | 'published' | 'abandoned';

/** An edition to come. */
export type DraftRecord = {
  id: string;
  programme: string;
  title: string;
  status: DraftStatus;
  /** By cycle the source that was published when it began; null = nothing was. */
  base: { [cycle: string]: string | null };
  /** The files that it began with. */
  began: string;
  /** The files after all its changes. */
  source: string;
  /** How many changes its list has. */
  length: number;
  createdAt: At;
  /** Null = a changed folder of definitions. */
  createdBy: string | null;
  submittedBy: string | null;
  approvedBy: string | null;
  /** The source that was approved. */
  approved: string | null;
  /** When it is to be published. */
  publishAt: At | null;
  why: string;
  version: number;
};

/** A line of a draft's list. Lines of one `act` were made, and are undone, together. */
export type DraftChange = {
  draft: string;
  /** Counts from 1. */
  number: number;
  act: number;
  at: At;
  by: string | null;
  why: string;
  kind: string;
  parameters: JsonObject;
  effects: Json;
  /** By language what people read of it, in the titles of the files that it was made to. */
  sentences: { [language: string]: string };
  /** The act that it takes back. */
  undoes: number | null;
  /** The act that took it back. */
  undoneBy: number | null;
  /** The files after it. */
  source: string;
};

/** What somebody writes about a draft, or about one of its changes. */
export type DraftRemark = {
  id: string;
  draft: string;
  change: number | null;
  at: At;
  by: string | null;
  text: string;
};

/** Why a changed rule that nothing reaches is published all the same; `rule` names what the rule asks for. */
export type DraftReason = { draft: string; rule: string; at: At; by: string | null; text: string };

/** When a cycle is open, as it was last changed; `changedBy` null = by the demonstration. */
export type CycleWindowRecord = {
  programme: string;
  cycle: string;
  opensAt: At;
  closesAt: At;
  returnedUntil: At;
  changedAt: At;
  changedBy: string | null;
  version: number;
};

/** What answers under `parent` are under `edition`, in the steps of `engine/core/change`. */
export type EditionSteps = { edition: string; parent: string; steps: Json };

/** How far a move is: its dry run, then the cases themselves, then the way back. */
export type MoveStatus = 'trying' | 'tried' | 'moving' | 'moved' | 'undoing' | 'undone';

/** Cases under way that go over from one edition of a cycle to another. */
export type Move = {
  id: string;
  programme: string;
  cycle: string;
  /** The edition that they were begun under. */
  origin: string;
  /** The edition that they go to. */
  target: string;
  status: MoveStatus;
  why: string;
  /** Counts of the last run; null = none has come to its end. */
  report: JsonObject | null;
  createdAt: At;
  createdBy: string | null;
  /** Who had it carried out, or undone. */
  carriedOutBy: string | null;
  version: number;
};

/** `ready` in a dry run; `stays` where the case cannot go. */
export type MoveOutcome = 'ready' | 'stays' | 'moved' | 'undone';

/** What became, or would become, of one case of a move. */
export type MovedCase = {
  move: string;
  caseId: string;
  outcome: MoveOutcome;
  /** Places and codes alone, no answers. */
  report: JsonObject;
  /** Sealed: what the case was before, what it was made into, and what was set aside. */
  snapshot: string | null;
};

/** Answers carried forward into the next cycle; or the changed rules alone, in the cycle that the answers are of. */
export type ReplayMode = 'carried' | 'rules';

/** The applications of a cycle, read under a draft: what would block them there, and what no more. */
export type Replay = {
  id: string;
  programme: string;
  draft: string;
  /** The files of the draft that they are read under. */
  source: string;
  /** Whose applications, and the draft's cycle whose forms read them. */
  cycle: string;
  target: string;
  /** null = `carried`. */
  mode: ReplayMode | null;
  /** The last case that is counted; a process that takes over goes on behind it. */
  reached: string;
  /** Counts alone. */
  report: JsonObject;
  createdAt: At;
  createdBy: string | null;
  finishedAt: At | null;
  version: number;
};

/** An application that stands behind a line of a report. */
export type ReplayedCase = { caseId: string; replay: string; line: string; category: string };
