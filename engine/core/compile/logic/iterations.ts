import type { Json, JsonObject, Logic } from '../../model/index.ts';
import { truthy } from '../../vocabulary/index.ts';
import { type Compiler, compilerIn } from './compile.ts';
import type { LazyNode } from './lazy.ts';
import type { Node, Run } from './node.ts';

/** One element after the other; each costs a step. */
type Walk = (elements: readonly Json[], step: (element: Json) => Json) => Json;

const map: Walk = (elements, step) => elements.map(step);
const filter: Walk = (elements, step) => elements.filter((element) => truthy(step(element)));
const some: Walk = (elements, step) => elements.some((element) => truthy(step(element)));
const none: Walk = (elements, step) => !elements.some((element) => truthy(step(element)));
/** As JsonLogic has it: of nothing, "all" is false. */
const all: Walk = (elements, step) =>
  elements.length > 0 && elements.every((element) => truthy(step(element)));

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
    const body = compilerIn(null, compiler).node(logic ?? null).run;
    const run: Run = (data, root) =>
      walk(elements(data, root), (element) => {
        budget.spend(1);
        return body(element ?? null, root);
      });
    return { run };
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
  const body = compilerIn(null, compiler).node(logic ?? null).run;
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
