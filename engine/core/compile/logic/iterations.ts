import type { Json, JsonObject, Logic } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import type { Budget } from './budget.ts';
import type { Compiler, Iteration, LazyNode, Node, Run } from './node.ts';
import { weightOf } from './weight.ts';

/** One element after the other, each costs its steps. Written as loops: a callback more would double what a step takes. */
type Walk = (elements: readonly Json[], body: Body, root: JsonObject, budget: Budget) => Json;

/** What is evaluated once an element, and the steps that it takes with the element. */
type Body = { run: Run; weight: number };

const map: Walk = (elements, { run, weight }, root, budget) => {
  const mapped: Json[] = [];
  for (const element of elements) {
    budget.spend(weight);
    mapped.push(run(element ?? null, root));
  }
  return mapped;
};

const filter: Walk = (elements, { run, weight }, root, budget) => {
  const kept: Json[] = [];
  for (const element of elements) {
    budget.spend(weight);
    if (truthy(run(element ?? null, root))) kept.push(element);
  }
  return kept;
};

/** Whether the body gives this for any element. */
function anyIs(wanted: boolean, ...[elements, { run, weight }, root, budget]: Parameters<Walk>): boolean {
  for (const element of elements) {
    budget.spend(weight);
    if (truthy(run(element ?? null, root)) === wanted) return true;
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
    const { iteration, ...body } = bodyOf(logic, compiler);
    return {
      run: (data, root) => {
        const all = elements(data, root);
        iteration.data = data;
        return walk(all, body, root, budget);
      },
    };
  };
}

/** The body, and the iteration that hands it the data around: inside, parameters are read through `outer`. */
function bodyOf(logic: Logic | undefined, compiler: Compiler): Body & { iteration: Iteration } {
  const iteration: Iteration = { data: null, outside: compiler };
  const { run } = compiler.within({ frame: null, iteration }).node(logic ?? null);
  return { run, weight: 1 + weightOf(logic), iteration };
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
  const { run: body, weight, iteration } = bodyOf(logic, compiler);
  const start = node(first ?? null).run;
  const run: Run = (data, root) => {
    const all = elements(data, root);
    let accumulator = start(data, root);
    iteration.data = data;
    for (const current of all) {
      budget.spend(weight);
      accumulator = body({ current: current ?? null, accumulator }, root);
    }
    return accumulator;
  };
  return { run };
}
