import type { Json, JsonObject, Logic } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import type { Compiler, LazyNode, Node, Run } from './node.ts';
import type { Budget } from './scope.ts';

/** One element after the other, each costs a step. Written as loops: a callback more would double what a step takes. */
type Walk = (elements: readonly Json[], body: Run, root: JsonObject, budget: Budget) => Json;

const map: Walk = (elements, body, root, budget) => {
  const mapped: Json[] = [];
  for (const element of elements) {
    budget.spend(1);
    mapped.push(body(element ?? null, root));
  }
  return mapped;
};

const filter: Walk = (elements, body, root, budget) => {
  const kept: Json[] = [];
  for (const element of elements) {
    budget.spend(1);
    if (truthy(body(element ?? null, root))) kept.push(element);
  }
  return kept;
};

/** Whether the body gives this for any element. */
function anyIs(wanted: boolean, ...[elements, body, root, budget]: Parameters<Walk>): boolean {
  for (const element of elements) {
    budget.spend(1);
    if (truthy(body(element ?? null, root)) === wanted) return true;
  }
  return false;
}

const some: Walk = (...walk) => anyIs(true, ...walk);
const none: Walk = (...walk) => !anyIs(true, ...walk);
/** As in JsonLogic, "all" of an empty list is false. */
const all: Walk = (...walk) => walk[0].length > 0 && !anyIs(false, ...walk);

/** How the iterating operators compile. What is no list has no elements. */
export const iterations: readonly [string, LazyNode][] = [
  ['map', walking(map)],
  ['filter', walking(filter)],
  ['some', walking(some)],
  ['none', walking(none)],
  ['all', walking(all)],
  ['reduce', reduceNode],
];

function walking(walk: Walk): LazyNode {
  return ([list, logic], compiler) => {
    const { budget } = compiler;
    const elements = listOf(compiler.node(list ?? null).run);
    const body = compiler.within(null).node(logic ?? null).run;
    return { run: (data, root) => walk(elements(data, root), body, root, budget) };
  };
}

function listOf(run: Run): (data: Json, root: JsonObject) => readonly Json[] {
  return (data, root) => {
    const value = run(data, root);
    return Array.isArray(value) ? value : [];
  };
}

function reduceNode([list, logic, first]: readonly Logic[], compiler: Compiler): Node {
  const { node, budget } = compiler;
  const elements = listOf(node(list ?? null).run);
  const body = compiler.within(null).node(logic ?? null).run;
  const start = node(first ?? null).run;
  const run: Run = (data, root) => {
    const all = elements(data, root);
    let accumulator = start(data, root);
    for (const current of all) {
      budget.spend(1);
      accumulator = body({ current: current ?? null, accumulator }, root);
    }
    return accumulator;
  };
  return { run };
}
