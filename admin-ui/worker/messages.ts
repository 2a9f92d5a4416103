import type { CaseResult } from '#core/draft/index.ts';
import type { DefinitionProblem } from '#core/model/index.ts';

/** What a page asks of its draft: files with their texts, and those that are gone (null). */
export type DraftRequest = { texts: Record<string, string | null> };

/** How the draft stands, an edition a cycle. The cases follow by themselves, when they have been run. */
export type DraftReply =
  | { kind: 'checked'; editions: { cycle: string; problems: DefinitionProblem[]; compiled: boolean }[] }
  | { kind: 'cases'; editions: { cycle: string; cases: CaseResult[] }[] };
