/**
 * What the worst rules that lint lets pass may take: each rule of the hostile table that is cut while it runs, once by
 * itself, and over and over in one evaluation until the steps of that are used up. Milliseconds are of the processor,
 * the median of some rounds; MiB the most that the heap grew in one. Start with `node --expose-gc`, or the heap is not
 * measured.
 */
import { compileLogic, evaluating } from '#core/compile/index.ts';
import { hostileData, hostileRules, scopeOfRule } from '../tests/core/logic/hostile.ts';
import { head, timeLine } from './table.ts';

/** Milliseconds that nothing may hold its thread, and MiB that it may take. */
const budget = { milliseconds: 200, mebibytes: 64 };
const rounds = 9;

type Taken = { milliseconds: number; mebibytes: number };

/** Runs until it is cut. */
function cutOff(run: () => unknown): void {
  try {
    run();
  } catch {
    return;
  }
  throw new Error('A rule of the table was not cut');
}

/** Runs a rule until the evaluation has no steps left: then nothing but the first of a thousand runs costs anything. */
function together(run: () => unknown): void {
  for (let times = 0; times < 1_000; times += 1) cutOff(run);
}

function taken(work: () => void): Taken {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  work();
  const milliseconds = process.cpuUsage(start).user / 1000;
  return { milliseconds, mebibytes: (process.memoryUsage().heapUsed - before) / 2 ** 20 };
}

function worst(work: () => void): Taken {
  work();
  const found = Array.from({ length: rounds }, () => taken(work));
  const times = found.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const grown = found.map(({ mebibytes }) => mebibytes);
  return { milliseconds: times[Math.floor(rounds / 2)] ?? 0, mebibytes: Math.max(0, ...grown) };
}

const measured = hostileRules
  .filter(({ refused }) => refused === undefined)
  .map((rule) => {
    const scope = scopeOfRule(rule);
    const { run } = compileLogic(rule.logic, scope);
    const alone = worst(() => cutOff(() => run(hostileData)));
    const all = worst(() => evaluating(scope, () => together(() => run(hostileData))));
    return { name: rule.name, alone, all };
  });

console.log(head());
for (const { name, all } of measured.sort((a, b) => b.all.milliseconds - a.all.milliseconds).slice(0, 8))
  console.log(timeLine(name.slice(0, 44), all.milliseconds, budget.milliseconds));
const most = (values: number[]): string => Math.max(...values).toFixed(0);
console.log(`a rule alone: ${most(measured.map(({ alone }) => alone.milliseconds))} ms at most`);
console.log(`an evaluation: ${most(measured.map(({ all }) => all.milliseconds))} ms at most`);
const heap = measured.flatMap(({ alone, all }) => [alone.mebibytes, all.mebibytes]);
console.log(`the heap grew ${most(heap)} MiB at most (budget ${budget.mebibytes} MiB)`);
