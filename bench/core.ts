/**
 * The core's budgets, as ratios to the bare libraries in one run: validation against Ajv on the same data, a route's
 * event against XState's `transition`; and how long a real programme takes to load, lint and compile.
 */
import { fileURLToPath } from 'node:url';
import { setup, transition } from 'xstate';
import { ajvFor, ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { evaluate, ruleData } from '#core/evaluate/index.ts';
import { lint } from '#core/lint/index.ts';
import type { Application, CompiledEdition, Facts } from '#core/model/index.ts';
import { compileRoute, initialState, step } from '#core/route/index.ts';
import { openCase, validate } from '#core/validate/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { measureAnswers } from './answers.ts';
import { inlineApplication, inlineDefinition, withErrors } from './inline.ts';
import { measure } from './measure.ts';
import { head, ratioLine, timeLine } from './table.ts';

/** The most that the engine may take, as a multiple of the bare library; and milliseconds until an edition is ready. */
const ratioBudget = 1.5;
const readyBudget = 2000;
/** What one answer that changes may take, as a part of evaluating and validating the whole. */
const answerBudget = 0.25;

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
  const measured = measure(
    () => validate(edition, application, facts),
    () => bare.forEach(({ accepts, value }) => void accepts(value)),
  );
  const rules = category.sections.reduce((sum, section) => sum + section.rules.length, category.rules.length);
  return ratioLine(`${title} (${rules} rules, ${problems.length} problems)`, measured, ratioBudget);
}

/** Fires one event with the engine and with bare XState: the same machine, its guard a plain function. */
function compareRoute(edition: CompiledEdition, facts: Facts): string {
  const route = edition.routes.review;
  if (route === undefined) throw new Error('The edition has no route');
  const bound = setup({ guards: { rule: () => true }, actions: { markActed: () => undefined } });
  const machine = bound.createMachine(
    structuredClone(route.definition.machine) as Parameters<typeof bound.createMachine>[0],
  );
  const state = initialState(route, facts.now, { office: 'o1' });
  const event = { type: 'PASS', by: 'office', now: facts.now };
  const data = ruleData(edition, facts);
  const result = step(edition, 'review', state, event, data);
  if ('refused' in result) throw new Error(result.refused.message);
  const measured = measure(
    () => step(edition, 'review', state, event, data),
    () => transition(machine, machine.resolveState({ value: 'open' }), { type: 'PASS' }),
  );
  return ratioLine('one route event', measured, ratioBudget);
}

/** Milliseconds of one piece of work, and what it gave. */
async function timed<T>(work: () => T | Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

function benchInline(): void {
  const edition = compileEdition(inlineDefinition, { validators: ajvValidators(), routes: compileRoute });
  const { application, facts } = inlineApplication;
  console.log(compareValidation('valid document', edition, application, facts));
  console.log(compareValidation('document in error', edition, withErrors(application), facts));
  console.log(compareRoute(edition, facts));
}

/** Loads, lints and compiles a real programme, once and cold; therefore it is measured first. */
async function benchReady(): Promise<CompiledEdition> {
  const [loading, [loaded]] = await timed(() => loadProgramme(programme));
  if (loaded === undefined) throw new Error(`${programme} holds no edition`);
  const [linting] = await timed(() => lint(loaded));
  const [compiling, edition] = await timed(() =>
    compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute }),
  );
  const parts = [loading, linting, compiling].map((time) => time.toFixed(0)).join(' + ');
  console.log(timeLine(`load + lint + compile (${parts})`, loading + linting + compiling, readyBudget));
  return edition;
}

/** The first valid example of each category. */
function benchExamples(edition: CompiledEdition): void {
  const { cases } = edition.definition;
  const valid = cases.filter((example) => example.expects.valid === true);
  const firsts = valid.filter(
    (one, index) => valid.findIndex(({ category }) => category === one.category) === index,
  );
  for (const definition of firsts) {
    const { application, facts } = openCase(edition, definition, cases);
    console.log(compareValidation(definition.id, edition, application, facts));
    const measured = measureAnswers(edition, application, facts);
    console.log(ratioLine('  one answer, median, against the whole', measured, answerBudget));
  }
}

console.log(head());
const ready = await benchReady();
benchInline();
benchExamples(ready);
