/**
 * Measures one complete case in a process of its own: what the JIT has learnt from other cases slows the next down, by
 * up to double. Prints JSON; without a case, which cases there are.
 */
import { fileURLToPath } from 'node:url';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { measureAnswers } from './answers.ts';
import { compareValidation } from './validation.ts';

const programme = fileURLToPath(new URL('../definitions/chongqing-health-titles', import.meta.url));
const [, , wanted] = process.argv;
const [loaded] = await loadProgramme(programme);
if (loaded === undefined) throw new Error(`${programme} holds no edition`);
const { cases } = loaded.definition;
const example = cases.find(({ id }) => id === wanted);
if (example === undefined) console.log(JSON.stringify(firstOfEach().map(({ id }) => id)));
else {
  const how = { validators: ajvValidators(), routes: compileRoute };
  const edition = compileEdition(loaded.definition, how);
  const { application, facts } = openCase(edition, example, cases);
  const validation = compareValidation(edition, application, facts);
  console.log(JSON.stringify({ validation, answer: measureAnswers(edition, application, facts) }));
}

/** The first valid example of each category. */
function firstOfEach() {
  const valid = cases.filter(({ expects }) => expects.valid === true);
  return valid.filter((one, index) => valid.findIndex(({ category }) => category === one.category) === index);
}
