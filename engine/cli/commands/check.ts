import { parseArgs } from 'node:util';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { lint, problemOf } from '#core/lint/index.ts';
import type { CompiledEdition, Definition, DefinitionProblem, LoadedEdition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { registrationProblems, runCase } from '#core/validate/index.ts';
import { renderSheet } from '#server/print/index.ts';
import { type CliWords, cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';
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
    if (folder === undefined) return misused(checkCommand);
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
  const words = cliWords(definition.programme.locale);
  const many = (severity: DefinitionProblem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  const summary = sentenceOf('summary', words, {
    id: definition.programme.id,
    edition: definition.edition.id,
    forms: definition.categories.length,
    routes: definition.routes.length,
    codes: definition.codes.length,
    sheets: definition.sheets.length,
    cases: definition.cases.length,
    errors: many('error'),
    warnings: many('warning'),
    notes: many('note'),
  });
  return [...problems.map((problem) => problemText(problem, words)), summary].join('\n');
}

/** What is wrong and where, for people; then the file and the place in it; then what it is about. */
function problemText(problem: DefinitionProblem, words: CliWords): string {
  const { place, message, file, pointer, code, hint, rule, follows = [] } = problem;
  const severity = words.severities[problem.severity];
  const codes = [...new Set(follows.map((echo) => echo.code))];
  return [
    sentenceOf('problem', words, { severity, place, message }) +
      (hint ? sentenceOf('hint', words, { hint }) : ''),
    sentenceOf('where', words, { file, pointer, code }),
    ...(rule ? [sentenceOf('rule', words, { rule })] : []),
    ...(follows.length > 0 ? [sentenceOf('follows', words, { n: follows.length, codes })] : []),
  ].join('\n');
}

function isError({ severity }: DefinitionProblem): boolean {
  return severity === 'error';
}
