/**
 * The core's budgets, as ratios to the bare libraries in one run: validation against Ajv on the same data, a route's
 * event against XState's `transition`; and how long a real programme takes to load, lint and compile. What is cold, and
 * each case, is measured in processes of its own, of which the best counts.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setup, transition } from 'xstate';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import type { Application, CompiledEdition, Facts } from '#core/model/index.ts';
import { compileRoute, initialState, step } from '#core/route/index.ts';
import { inlineApplication, inlineDefinition, withErrors } from './inline.ts';
import { type Measured, measure } from './measure.ts';
import { head, ratioLine, timeLine } from './table.ts';
import { compareValidation, type Validation } from './validation.ts';

/** The most that the engine may take, as a multiple of the bare library; and milliseconds until an edition is ready. */
const ratioBudget = 2;
const readyBudget = 1000;
/** What one answer that changes may take: microseconds, as the peer. */
const answerBudget = 40;
/** Processes of each kind, and how many cases are measured. */
const { values } = parseArgs({
  options: { processes: { type: 'string', default: '3' }, cases: { type: 'string', default: '99' } },
});
const PROCESSES = Number(values.processes);

/** What a script of this folder prints, in a process of its own. */
function run<T>(script: string, ...args: string[]): T {
  const path = join(import.meta.dirname, script);
  return JSON.parse(execFileSync(process.execPath, [path, ...args], { encoding: 'utf8' })) as T;
}

const times = (work: () => number[]): number[][] => Array.from({ length: PROCESSES }, work);
const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The quickest of several starts, and its parts. */
function quickest(starts: number[][]): { total: number; parts: string } {
  const [best = []] = starts.sort((a, b) => sum(a) - sum(b));
  return { total: sum(best), parts: best.map((part) => part.toFixed(0)).join(' + ') };
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

function validationLine(title: string, { rules, problems, ...measured }: Validation): string {
  return ratioLine(`${title} (${rules} rules, ${problems} problems)`, measured, ratioBudget);
}

function benchInline(): void {
  const edition = compileEdition(inlineDefinition, { validators: ajvValidators(), routes: compileRoute });
  const { application, facts } = inlineApplication;
  const compared = (one: Application): Validation => compareValidation(edition, one, facts);
  console.log(validationLine('valid document', compared(application)));
  console.log(validationLine('document in error', compared(withErrors(application))));
  console.log(compareRoute(edition, facts));
}

/** A real programme until it is ready. */
function benchReady(): void {
  const cold = quickest(times(() => run('ready.ts')));
  console.log(timeLine(`load + lint + compile (${cold.parts})`, cold.total, readyBudget));
}

type OfCase = { validation: Validation; answer: Measured };

/** The first valid example of each category. */
function benchCases(): void {
  for (const id of run<string[]>('one-case.ts').slice(0, Number(values.cases))) {
    const all = Array.from({ length: PROCESSES }, () => run<OfCase>('one-case.ts', id));
    const validations = all.map(({ validation }) => validation);
    const answers = all.map(({ answer }) => answer);
    const [first] = validations;
    if (first === undefined) throw new Error(`${id} was not measured`);
    console.log(validationLine(id, { ...first, ...best(validations) }));
    const { ours, peer } = best(answers);
    console.log(
      ratioLine(`  one answer, median (whole: ${peer.toFixed(0)} us)`, { ours, peer: answerBudget }, 1),
    );
  }
}

/** Each at its best, in whichever process that was. */
function best(measured: Measured[]): Measured {
  return {
    ours: Math.min(...measured.map(({ ours }) => ours)),
    peer: Math.min(...measured.map(({ peer }) => peer)),
  };
}

console.log(head());
benchReady();
benchInline();
benchCases();
