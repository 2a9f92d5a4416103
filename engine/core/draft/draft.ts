import { assemble } from '#core/assemble/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import { createMemory, type Memory } from '#core/memory/index.ts';
import type { CompiledEdition, DefinitionProblem, LoadedEdition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { type CaseResult, caseResults } from './cases.ts';

/** One cycle of the folder as it stands. */
export type DraftEdition = {
  loaded: LoadedEdition;
  problems: DefinitionProblem[];
  /** Absent where an error keeps it from being compiled. It is no edition yet, and has no name of its own. */
  edition?: CompiledEdition;
  /** What becomes of its examples, one after the other; where nothing has changed that one rests on, it is not run. */
  cases(): Iterable<CaseResult>;
};

/** A folder that somebody is changing. */
type Draft = {
  /**
   * Judges the whole folder, one edition a cycle: the same as everything done anew. Files are the same objects as before
   * where they have not changed; what rests on those alone is found again. A file once given is never written to.
   */
  check(files: SourceFile[]): DraftEdition[];
};

/** The name of what has none: nothing may be filed under a draft. */
const UNNAMED = 'unnamed';

/** Begins a draft; it remembers what it has done as long as it lives. Nothing is compiled from text. */
export function openDraft(): Draft {
  const memory = createMemory();
  const validators = interpretedValidators();
  const compile = (loaded: LoadedEdition): CompiledEdition =>
    compileEdition(loaded.definition, { hash: UNNAMED, validators, routes: compileRoute, memory });
  return { check: (files) => assemble(files, memory).map((loaded) => checkEdition(loaded, memory, compile)) };
}

function checkEdition(
  loaded: LoadedEdition,
  memory: Memory,
  compile: (loaded: LoadedEdition) => CompiledEdition,
): DraftEdition {
  const problems = lint(loaded, memory);
  if (problems.some(({ severity }) => severity === 'error')) return { loaded, problems, cases: () => [] };
  const edition = compile(loaded);
  return { loaded, problems, edition, cases: () => caseResults(edition, memory) };
}
