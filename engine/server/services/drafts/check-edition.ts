import { assemble } from '#core/assemble/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { caseResults, type SheetOutputs } from '#core/draft/index.ts';
import { lint, problemOf } from '#core/lint/index.ts';
import { createMemory, forgetful, type Memory } from '#core/memory/index.ts';
import type { CompiledEdition, DefinitionProblem, LoadedEdition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { registrationProblems } from '#core/validate/index.ts';
import { renderSheet, sheetSize } from '#server/print/index.ts';

/**
 * Everything that is wrong with an edition: what lint finds and, where the definition holds, the examples that do not
 * come out as they say and the registrations of the demonstration that would be refused.
 */
export const checkEdition = (loaded: LoadedEdition): DefinitionProblem[] => checked(loaded, forgetful);

/** The same of folders that are changed: what rests on files that are the same objects as before is found again. */
export function checkingAgain(): (
  files: SourceFile[],
) => { loaded: LoadedEdition; problems: DefinitionProblem[] }[] {
  const memory = createMemory();
  return (files) => assemble(files, memory).map((loaded) => ({ loaded, problems: checked(loaded, memory) }));
}

function checked(loaded: LoadedEdition, memory: Memory): DefinitionProblem[] {
  const problems = lint(loaded, memory);
  if (problems.some(isError)) return problems;
  const options = { validators: ajvValidators(), routes: compileRoute, memory };
  const edition = compileEdition(loaded.definition, options);
  return [...problems, ...failedCases(edition, loaded, memory), ...failedRegistrations(edition, loaded)];
}

/** What editions share is listed once. */
export function onceEach(problems: DefinitionProblem[]): DefinitionProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Does it keep an edition from being published? */
export const isError = ({ severity }: Pick<DefinitionProblem, 'severity'>): boolean => severity === 'error';

function failedRegistrations(edition: CompiledEdition, loaded: LoadedEdition): DefinitionProblem[] {
  const { organisations = [], people = [] } = loaded.definition.demo ?? {};
  return Object.entries({ organisations, people }).flatMap(([list, registered]) =>
    registered.flatMap((one, index) =>
      registrationProblems(edition, one).map(({ place, message }) => {
        const params = { id: one.id, place, problem: message };
        return problemOf('failing-demo', { at: `/demo/${list}/${index}`, params }, { loaded, logics: [] });
      }),
    ),
  );
}

function failedCases(edition: CompiledEdition, loaded: LoadedEdition, memory: Memory): DefinitionProblem[] {
  const results = [...caseResults(edition, memory, printed)];
  return results.flatMap(({ failures }, index) =>
    failures.map((problem) => {
      const params = { name: loaded.definition.cases[index]?.name ?? '', problem };
      return problemOf('failing-case', { at: `/cases/${index}/expects`, params }, { loaded, logics: [] });
    }),
  );
}

/** A case is checked against what its sheets really print, and how large. */
const printed: SheetOutputs = (edition) => ({
  render: (sheet, application, facts) => renderSheet(edition, application, facts, sheet),
  measure: (sheet, application, facts) => sheetSize(edition, application, facts, sheet),
});
