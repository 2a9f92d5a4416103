import type { Change } from '#core/change/index.ts';
import type { CaseResult } from '#core/draft/index.ts';
import type { DefinitionProblem, SourceFile } from '#core/model/index.ts';
import type { DraftView } from '#core/model/wire/index.ts';

/** What a page asks of its draft: files with their texts, and those that are gone (null). */
export type DraftRequest = { texts: Record<string, string | null> };

/** How the draft stands, an edition a cycle. The cases follow by themselves, when they have been run. */
export type DraftReply =
  | { kind: 'checked'; editions: { cycle: string; problems: DefinitionProblem[]; compiled: boolean }[] }
  | { kind: 'cases'; editions: { cycle: string; cases: CaseResult[]; printed: string[] }[] };

/** A draft whose examples are to hold again, with what is published of the cycle that it began with. */
export type MendsRequest = { published: SourceFile[]; files: SourceFile[]; changes: DraftView['changes'] };

export type MendsReply = Change[];
