import { parseArgs } from 'node:util';
import { ajvValidators } from '../../core/compile/ajv.ts';
import { compileEdition } from '../../core/compile/index.ts';
import { lint } from '../../core/lint/index.ts';
import type {
  CompiledEdition,
  Definition,
  DefinitionProblem,
  LoadedEdition,
} from '../../core/model/index.ts';
import { compileRoute } from '../../core/route/index.ts';
import { runCase } from '../../core/validate/index.ts';
import { renderSheet } from '../../server/print/index.ts';
import type { Command } from './command.ts';
import { openEdition } from './edition.ts';

const usage = 'check DIR [--cycle ID] [--json]';

/** Holds a programme's folder against the language, then runs its examples. */
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
    const loaded = await openEdition(folder, values.cycle);
    const problems = problemsOf(loaded);
    console.log(values.json ? JSON.stringify(problems, null, 2) : report(loaded, problems));
    return problems.some(isError) ? 1 : 0;
  },
};

/** Examples are only run on a definition that holds. */
function problemsOf(loaded: LoadedEdition): DefinitionProblem[] {
  const problems = lint(loaded);
  return problems.some(isError) ? problems : [...problems, ...failedCases(loaded)];
}

function failedCases({ definition, locate }: LoadedEdition): DefinitionProblem[] {
  const edition = compileEdition(definition, { validators: ajvValidators(), routes: compileRoute });
  return definition.cases.flatMap((example, index) =>
    failuresOf(edition, definition, index).map((message) => ({
      code: 'failing-case',
      ...locate(`/cases/${index}/expects`),
      message: `"${example.name}": ${message}`,
      severity: 'error' as const,
    })),
  );
}

/** A case is held to what its sheets really print. */
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
      `${file}#${pointer} ${code} ${severity === 'warning' ? '(warning) ' : ''}${message}${hint ? ` (${hint})` : ''}`,
  );
  const errors = problems.filter(isError).length;
  const counts = [
    `${definition.categories.length} forms`,
    `${definition.routes.length} routes`,
    `${definition.codes.length} code lists`,
    `${definition.sheets.length} sheets`,
    `${definition.cases.length} cases`,
  ];
  const summary = `${definition.programme.id} ${definition.edition.id}: ${counts.join(', ')}; ${errors} errors, ${problems.length - errors} warnings`;
  return [...lines, summary].join('\n');
}

function isError({ severity }: DefinitionProblem): boolean {
  return severity === 'error';
}

function misused(): number {
  console.error(`usage: shenbao ${usage}`);
  return 2;
}
