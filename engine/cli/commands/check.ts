import { parseArgs } from 'node:util';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import type { CompiledEdition, Definition, DefinitionProblem, LoadedEdition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { registrationProblems, runCase } from '#core/validate/index.ts';
import { renderSheet } from '#server/print/index.ts';
import type { Command } from './command.ts';
import { openEditions } from './edition.ts';

const usage = 'check DIR [--cycle ID] [--json]';

/** Checks a programme's folder against the language, then runs its examples. */
export const checkCommand: Command = {
  name: 'check',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { cycle: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [folder] = positionals;
    if (folder === undefined) return misused();
    const checked = (await openEditions(folder, values.cycle)).map((loaded) => ({
      loaded,
      problems: problemsOf(loaded),
    }));
    const all = onceEach(checked.flatMap(({ problems }) => problems));
    const reports = checked.map(({ loaded, problems }) => report(loaded, problems));
    console.log(values.json ? JSON.stringify(all, null, 2) : reports.join('\n'));
    return all.some(isError) ? 1 : 0;
  },
};

/** What editions share is reported once. */
function onceEach(problems: DefinitionProblem[]): DefinitionProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Examples are only run on a definition that holds. */
function problemsOf(loaded: LoadedEdition): DefinitionProblem[] {
  const problems = lint(loaded);
  if (problems.some(isError)) return problems;
  const edition = compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
  return [...problems, ...failedCases(edition, loaded), ...failedRegistrations(edition, loaded)];
}

/** Registrations of the demonstration that the server would refuse. */
function failedRegistrations(
  edition: CompiledEdition,
  { definition, locate }: LoadedEdition,
): DefinitionProblem[] {
  const { organisations = [], people = [] } = definition.demo ?? {};
  return Object.entries({ organisations, people }).flatMap(([list, registered]) =>
    registered.flatMap((one, index) =>
      registrationProblems(edition, one).map(({ place, message }) => ({
        code: 'failing-demo',
        ...locate(`/demo/${list}/${index}`),
        message: `"${one.id}": ${place} ${message}`,
        severity: 'error' as const,
      })),
    ),
  );
}

function failedCases(edition: CompiledEdition, { definition, locate }: LoadedEdition): DefinitionProblem[] {
  return definition.cases.flatMap((example, index) =>
    failuresOf(edition, definition, index).map((message) => ({
      code: 'failing-case',
      ...locate(`/cases/${index}/expects`),
      message: `"${example.name}": ${message}`,
      severity: 'error' as const,
    })),
  );
}

/** A case is checked against what its sheets really print. */
function failuresOf(edition: CompiledEdition, { cases }: Definition, index: number): string[] {
  const example = cases[index];
  if (!example) return [];
  const { failures } = runCase(edition, example, cases, (sheet, application, facts) =>
    renderSheet(edition, application, facts, sheet),
  );
  return failures;
}

function report({ definition }: LoadedEdition, problems: DefinitionProblem[]): string {
  const lines = problems.map(
    ({ file, pointer, code, message, hint, severity }) =>
      `${file}#${pointer} ${code} ${severity === 'error' ? '' : `(${severity}) `}${message}${hint ? ` (${hint})` : ''}`,
  );
  const many = (severity: string) => problems.filter((one) => one.severity === severity).length;
  const notes = many('note') > 0 ? `, ${many('note')} notes` : '';
  const counts = [
    `${definition.categories.length} forms`,
    `${definition.routes.length} routes`,
    `${definition.codes.length} code lists`,
    `${definition.sheets.length} sheets`,
    `${definition.cases.length} cases`,
  ];
  const summary = `${definition.programme.id} ${definition.edition.id}: ${counts.join(', ')}; ${many('error')} errors, ${many('warning')} warnings${notes}`;
  return [...lines, summary].join('\n');
}

function isError({ severity }: DefinitionProblem): boolean {
  return severity === 'error';
}

function misused(): number {
  console.error(`usage: shenbao ${usage}`);
  return 2;
}
