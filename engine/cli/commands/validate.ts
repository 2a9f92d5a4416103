import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseJson } from '../../core/assemble/index.ts';
import { ajvValidators } from '../../core/compile/ajv.ts';
import { compileEdition } from '../../core/compile/index.ts';
import { lint } from '../../core/lint/index.ts';
import type { CaseDefinition, CompiledEdition } from '../../core/model/index.ts';
import { compileRoute } from '../../core/route/index.ts';
import { openCase, validate } from '../../core/validate/index.ts';
import type { Command } from './command.ts';
import { openEdition } from './edition.ts';

const usage = 'validate DIR --category ID FILE.json [--cycle ID]';

/** Validates one set of answers, written as a case without expectations, and prints every problem as JSON. */
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
    if (folder === undefined || file === undefined || values.category === undefined) return misused();
    const edition = await compiled(folder, values.cycle);
    if (!Object.hasOwn(edition.categories, values.category))
      throw new Error(`There is no category "${values.category}"`);
    const { application, facts } = openCase(
      edition,
      await readAnswers(file, values.category),
      edition.definition.cases,
    );
    const problems = validate(edition, application, facts);
    console.log(JSON.stringify(problems, null, 2));
    return problems.some((problem) => problem.severity === 'block') ? 1 : 0;
  },
};

async function compiled(folder: string, cycle: string | undefined): Promise<CompiledEdition> {
  const loaded = await openEdition(folder, cycle);
  const [first] = lint(loaded).filter((problem) => problem.severity === 'error');
  if (first) throw new Error(`The definition does not hold: ${first.file}#${first.pointer} ${first.message}`);
  return compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
}

/** The file as a case of this category. Throws an Error that names the place where it is no JSON object. */
async function readAnswers(file: string, category: string): Promise<CaseDefinition> {
  const read = parseJson(await readFile(file, 'utf8'));
  if (!('json' in read))
    throw new Error(`${file}, line ${read.line}, column ${read.column}: ${read.message}`);
  const { json } = read;
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Error(`${file} must hold one JSON object`);
  const answers = json as unknown as Partial<CaseDefinition>;
  return { id: file, name: file, sections: {}, ...answers, category, expects: {} };
}

function misused(): number {
  console.error(`usage: shenbao ${usage}`);
  return 2;
}
