/**
 * The core's budgets, as ratios to the bare libraries in one run: validation against Ajv on the same data, a route's
 * event against XState's `transition`; and how long a real programme takes to load, lint and compile.
 */
import { fileURLToPath } from 'node:url';
import { setup, transition } from 'xstate';
import { ajvFor, ajvValidators } from '../engine/core/compile/ajv.ts';
import { compileEdition } from '../engine/core/compile/index.ts';
import { evaluate } from '../engine/core/evaluate/index.ts';
import { lint } from '../engine/core/lint/index.ts';
import type { Application, CompiledEdition, Facts } from '../engine/core/model/index.ts';
import { compileRoute, initialState, step } from '../engine/core/route/index.ts';
import { openCase, validate } from '../engine/core/validate/index.ts';
import { loadProgramme } from '../engine/server/load/index.ts';
import { inlineApplication, inlineDefinition, withErrors } from './inline.ts';
import { line, microseconds } from './measure.ts';

const programme = fileURLToPath(new URL('../definitions/chongqing-health-titles', import.meta.url));

/** Validates with the engine and with bare Ajv (the same schemas, the same data as the rules leave it). */
function compareValidation(
  title: string,
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
): string {
  const category = edition.categories[application.category];
  if (category === undefined) throw new Error(`No category ${application.category}`);
  const { values } = evaluate(edition, application, facts);
  const problems = validate(edition, application, facts);
  const ajv = ajvFor(problems.length > 0);
  const shown = category.sections.filter((section) => values[section.definition.id] !== undefined);
  const bare = shown.map((section) => ({
    accepts: ajv.compile(section.schema),
    value: values[section.definition.id],
  }));
  const bareTime = microseconds(() => bare.every(({ accepts, value }) => accepts(value) || true));
  const time = microseconds(() => validate(edition, application, facts));
  const rules =
    category.rules.length + category.sections.reduce((sum, section) => sum + section.rules.length, 0);
  return `${line(title, time, bareTime)}   ${rules} rules, ${problems.length} problems`;
}

/** Fires one event with the engine and with bare XState: the same machine, its guard a plain function. */
function compareRoute(edition: CompiledEdition, facts: Facts): string {
  const route = edition.routes.review;
  if (route === undefined) throw new Error('The edition has no route');
  const bound = setup({ guards: { rule: () => true }, actions: { markActed: () => undefined } });
  const machine = bound.createMachine(
    structuredClone(route.definition.machine) as Parameters<typeof bound.createMachine>[0],
  );
  const bareTime = microseconds(() =>
    transition(machine, machine.resolveState({ value: 'open' }), { type: 'PASS' }),
  );
  const state = initialState(route, facts.now, { office: 'o1' });
  const event = { type: 'PASS', by: 'office', now: facts.now };
  const data = { ...facts, application: {}, case: {}, subtree: {} };
  const result = step(edition, 'review', state, event, data);
  if ('refused' in result) throw new Error(result.refused.message);
  return line(
    'one route event',
    microseconds(() => step(edition, 'review', state, event, data)),
    bareTime,
  );
}

async function timed<T>(title: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.log(`${title.padEnd(44)} ${(performance.now() - start).toFixed(0).padStart(9)} ms`);
  return result;
}

async function benchInline(): Promise<void> {
  const edition = compileEdition(inlineDefinition, { validators: ajvValidators(), routes: compileRoute });
  const { application, facts } = inlineApplication;
  console.log(compareValidation('validate, valid document', edition, application, facts));
  console.log(compareValidation('validate, 20 errors', edition, withErrors(application), facts));
  console.log(compareRoute(edition, facts));
}

async function benchProgramme(): Promise<void> {
  const [loaded] = await timed('load the programme', () => loadProgramme(programme));
  if (loaded === undefined) throw new Error(`${programme} holds no edition`);
  await timed('lint', () => lint(loaded));
  const compile = () =>
    compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
  const edition = await timed('compile with validators and routes', compile);
  const valid = loaded.definition.cases.filter((example) => example.expects.valid === true);
  const firsts = valid.filter(
    (one, index) => valid.findIndex(({ category }) => category === one.category) === index,
  );
  for (const definition of firsts) {
    const { application, facts } = openCase(edition, definition, loaded.definition.cases);
    console.log(compareValidation(`validate, case ${definition.id}`, edition, application, facts));
  }
}

await benchInline();
await benchProgramme();
