import { parseArgs } from 'node:util';
import type { DefinitionProblem, LoadedEdition } from '#core/model/index.ts';
import { checkEdition, isError, onceEach } from '#server/services/drafts/index.ts';
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
      problems: checkEdition(loaded),
    }));
    const all = onceEach(checked.flatMap(({ problems }) => problems));
    const reports = checked.map(({ loaded, problems }) => report(loaded, problems));
    console.log(values.json ? JSON.stringify(all, null, 2) : reports.join('\n'));
    return all.some(isError) ? 1 : 0;
  },
};

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
