import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { lint, problemOf } from '#core/lint/index.ts';
import type { CompiledEdition, Definition, DefinitionProblem, LoadedEdition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { registrationProblems, runCase } from '#core/validate/index.ts';
import { renderSheet, sheetSize } from '#server/print/index.ts';

/**
 * Everything that is wrong with an edition: what lint finds and, where the definition holds, the examples that do not
 * come out as they say and the registrations of the demonstration that would be refused.
 */
export function checkEdition(loaded: LoadedEdition): DefinitionProblem[] {
  const problems = lint(loaded);
  if (problems.some(isError)) return problems;
  const edition = compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
  return [...problems, ...failedCases(edition, loaded), ...failedRegistrations(edition, loaded)];
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

function failedCases(edition: CompiledEdition, loaded: LoadedEdition): DefinitionProblem[] {
  return loaded.definition.cases.flatMap(({ name }, index) =>
    failuresOf(edition, loaded.definition, index).map((problem) => {
      const params = { name, problem };
      return problemOf('failing-case', { at: `/cases/${index}/expects`, params }, { loaded, logics: [] });
    }),
  );
}

/** A case is checked against what its sheets really print, and how large. */
function failuresOf(edition: CompiledEdition, { cases }: Definition, index: number): string[] {
  const example = cases[index];
  if (!example) return [];
  const { failures } = runCase(
    edition,
    example,
    cases,
    (sheet, application, facts) => renderSheet(edition, application, facts, sheet),
    (sheet, application, facts) => sheetSize(edition, application, facts, sheet),
  );
  return failures;
}
