import type { AnswerStep, Change } from '#core/change/index.ts';
import type {
  ChangedRule,
  FormHashes,
  MadeExample,
  Outputs,
  Question,
  WatchedRule,
} from '#core/draft/index.ts';
import type { CycleWindow } from '#core/form/index.ts';
import type {
  Application,
  CompiledEdition,
  CycleDefinition,
  Definition,
  DefinitionProblem,
  Facts,
  Json,
  JsonObject,
  SourceFile,
} from '#core/model/index.ts';
import type { ExampleView } from '#core/model/wire/index.ts';
import type { secretsOf } from '#server/crypto/index.ts';
import type { FileStore, Inspector, Scanner } from '#server/files/index.ts';
import type { Paper, Printer } from '#server/print/index.ts';
import type { AuditHead, Database, Tx } from '#server/store/index.ts';
import type { Clock } from './clock.ts';
import type { RememberedRights } from './rights.ts';

/**
 * The editions at work in a cycle: the published one, then older ones of other routes, for their cases are still on
 * their way.
 */
export type Cycle = { cycle: string; serving: boolean; editions: CompiledEdition[] };

/** The editions that are ready to run. */
export type Editions = {
  /** The edition that a case is pinned to. Throws when the store has none of this hash. */
  get(hash: string): Promise<CompiledEdition>;
  /** The published edition that new cases are made under. */
  current(): Promise<CompiledEdition>;
  /** Every cycle of the programme with the editions at work in it: the serving one first, then from the newest back. */
  cycles(): Promise<Cycle[]>;
  /** The published edition of every cycle. */
  newest(): Promise<CompiledEdition[]>;
  /** The languages of what is published, the programme's own first. */
  languages(): readonly string[];
  /** When the cycle of an edition is open: a fact of the cycle, whatever this edition said when it was published. */
  window(tx: Tx, edition: CompiledEdition): Promise<CycleWindow>;
  /** Codes, by list, that a newer edition of the same cycle has ended for cases of this one. */
  ended(edition: CompiledEdition): Promise<Record<string, string[]>>;
  /** What becomes of answers on the way from one edition to another; null = nobody knows the way. */
  steps(from: string, to: string): AnswerStep[] | null;
  /** Is the policy desk alone served, because there is no programme yet? The first that is published is the programme. */
  isVacant(): boolean;
  /** Is this the hash of an edition of this programme? */
  knows(hash: string): Promise<boolean>;
  /** Publishes those that differ from what is published, all of them or none, and serves them. */
  publish(editions: readonly Publishable[], how?: Publishing): Promise<void>;
  /** Reads again what is published where any process has changed it; requests go over to it at once. True = it moved. */
  refresh(): Promise<boolean>;
  /** Opens what cases were begun under, so that no request pays for it or meets a wrong one. */
  openAtWork(): Promise<void>;
};

/** An edition as it was made of files; without files it can be served, and nothing can be made from it. */
export type Publishable = { definition: Definition; files: readonly SourceFile[] };

/**
 * `folder`: what is remembered as taken in. `again`: it was taken in before, so that a cycle in which something else has
 * been published since is left as it is.
 */
export type Publishing = { folder?: string; again?: boolean };

/** A file of definitions by its text. */
type TextFile = { path: string; text: string };
/** A change that was made: what it did, and how people read it. */
type MadeChange = { change: JsonObject; effects: Json; sentences: { [language: string]: string } };
/**
 * Files after changes; or why one of them cannot be made (`exceeds`: the file that no folder could hold, '' = all of them
 * together). Null = it took too long, or too much memory.
 */
export type Made =
  | { files: TextFile[]; changes: MadeChange[] }
  | { problem: { file: string; pointer: string; message: string }; index: number }
  | { exceeds: string; index: number }
  | null;

/** What is wrong with files of definitions, and the editions that they make. Null as above. */
export type Checked = {
  problems: DefinitionProblem[];
  cases: number;
  failed: number;
  editions: { cycle: string; edition: string; source: string }[];
} | null;

/** Which sheet of which cycle, filled in as which example. */
export type PreviewOf = { cycle: string; sheet: string; example: string; format: 'html' | 'pdf' };

/** A sheet as a page, or for the printer. Null where there is none. */
export type Previewed = { html: string } | { paper: Paper } | null;

/** An application with what rules read besides, under the draft's own names. */
export type ReplayOf = { application: Application; facts: Facts };

/**
 * What came out of an application under its own edition; where it stands, null = where nothing can happen any more; and
 * how its sheets are made.
 */
export type Before = Outputs & { state: Json; stateTitle: string; makings: Record<string, string> };
/** `before`: null where nothing that comes out of it can be otherwise. */
export type ReplayedOf = ReplayOf & { before: Before | null };

/**
 * Under which files, and which of their cycles, applications are read; with a `calendar` as if the cycle were the one of
 * these days; and the rules that are watched.
 */
export type Replaying = {
  source: string;
  cycle: string;
  calendar: CycleDefinition | null;
  watched: WatchedRule[];
};

/** Why an application is blocked, in words of the form alone: nothing that somebody has filled in. */
export type Cause = {
  code: string;
  rule: string;
  /** Of every row alike. */
  path: string;
  place: string;
  message: string;
  source: string;
};

/**
 * What blocks an application under a draft, what of it has no place there, and which of the watched rules apply to it;
 * null = there is no such form.
 */
export type Replayed = {
  causes: Cause[];
  unplaced: string[];
  reached: string[];
  outputs: OutputEffect[];
  /** Of its form there. */
  sheets: { id: string; title: string }[];
} | null;

/**
 * What comes out otherwise: a sheet shows something else, or does not fit; a column of a roster has no value any more; or
 * nothing can happen in the state in which the application is.
 */
export type OutputEffect = Cause & { kind: 'print' | 'overflow' | 'blank' | 'stuck' };

/** A changed rule of a cycle that none of its examples reaches. */
export type UnreachedRule = ChangedRule & { cycle: string };

/** What a cycle of a draft was before; null = there was none. */
export type BeforeCycle = { cycle: string; source: string | null; files: TextFile[] };

/** An example that an application was made into under a draft, with its lines; null = there is no such form. */
export type Exampled = { made: MadeExample; lines: ExampleView['lines'] } | null;

/** Work on definitions beside the requests, bounded in time and memory whatever the files say. */
export type Drafting = {
  make(files: TextFile[], changes: JsonObject[]): Promise<Made>;
  /** Remembered by the name of the files. */
  check(source: string, files: TextFile[]): Promise<Checked>;
  /**
   * What becomes of answers between the files of a cycle and those that a draft began with, and by the changes that were
   * made to these. Null as above.
   */
  steps(
    before: TextFile[],
    began: TextFile[],
    changes: JsonObject[],
    cycle: string,
  ): Promise<AnswerStep[] | null>;
  /** A sheet with an example of the files. */
  preview(files: TextFile[], of: PreviewOf): Promise<Previewed>;
  /** What blocks applications under one cycle of the files, and which of the rules they reach. Null as above. */
  replay(asked: Replaying, files: TextFile[], cases: ReplayedOf[]): Promise<Replayed[] | null>;
  /** An example out of an application, under one cycle of the files. Null as above. */
  example(asked: Replaying, files: TextFile[], of: ReplayOf, question: Question | null): Promise<Exampled>;
  /** By what the forms of one cycle of the files can be told apart from those of other editions. Null as above. */
  forms(of: Omit<Replaying, 'watched'>, files: TextFile[]): Promise<FormHashes | null>;
  /**
   * The rules that differ from what was before and that no example reaches; `renames`: the changes by which fields have
   * got another name. Remembered as `check`. Null as above.
   */
  unreached(
    source: string,
    files: TextFile[],
    before: BeforeCycle[],
    renames: Change[],
  ): Promise<UnreachedRule[] | null>;
  close(): Promise<void>;
};

/** Argon2id, with a limit on how many run at once. */
export type Hasher = {
  /** The argon2id hash of a secret. */
  hash(secret: string): Promise<string>;
  /** Does the secret fit? Without a stored hash it takes just as long and says no. */
  verify(stored: string | null, secret: string): Promise<boolean>;
};

/** What use cases need. One per process. */
export type Services = {
  db: Database;
  editions: Editions;
  drafting: Drafting;
  /** What is done with the installation's key. */
  secrets: ReturnType<typeof secretsOf>;
  files: FileStore;
  inspector: Inspector;
  /** Null = the settings name none. */
  scanner: Scanner | null;
  printer: Printer;
  hasher: Hasher;
  clock: Clock;
  rights: RememberedRights;
  /** Where people reach this server; null = the settings do not say. */
  publicOrigin: string | null;
  /** What a task of the human check costs whoever solves it. */
  humanCheckCost: number;
  /** How many registrations one address may send in an hour. */
  registrationsPerHour: number;
  /** The heads of the audit chain that were seen outside the database. */
  auditHeads: () => Promise<AuditHead[]>;
};
