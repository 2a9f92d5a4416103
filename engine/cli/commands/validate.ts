import { parseArgs } from 'node:util';
import { openCase, validate } from '#core/validate/index.ts';
import { compiledEdition, readAnswers } from './answers.ts';
import { type Command, misused } from './command.ts';

const usage = 'validate DIR [--category ID] FILE.json [--cycle ID]';

/** Validates one set of answers, written as a case, and prints every problem as JSON. Its category may stand in it. */
export const validateCommand: Command = {
  name: 'validate',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { cycle: { type: 'string' }, category: { type: 'string' } },
    });
    const [folder, file] = positionals;
    if (folder === undefined || file === undefined) return misused(validateCommand);
    const edition = await compiledEdition(folder, values.cycle);
    const answers = await readAnswers(edition, file, values.category);
    const { application, facts } = openCase(edition, answers, edition.definition.cases);
    const problems = validate(edition, application, facts);
    console.log(JSON.stringify(problems, null, 2));
    return problems.some((problem) => problem.severity === 'block') ? 1 : 0;
  },
};
