import type { Json, Logic } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { useNode } from './expression.ts';
import { iterations } from './iterations.ts';
import { missingNodes } from './missing.ts';
import type { Compiler, LazyNode, Node, Run } from './node.ts';
import { literalText } from './shape.ts';
import { readerIn } from './surroundings.ts';

const nodes: ReadonlyMap<string, LazyNode> = new Map([
  ['var', varNode],
  ...missingNodes,
  ['use', useNode],
  ['if', ifNode],
  ['?:', ifNode],
  ['and', andNode],
  ['or', orNode],
  ...iterations,
]);

/** How a lazy operator compiles. Throws when the table of operators has one that this driver does not know. */
export function lazyNodes(name: string): LazyNode {
  const found = nodes.get(name);
  if (!found) throw new Error(`the lazy operator "${name}" has no closure`);
  return found;
}

function varNode(args: readonly Logic[], compiler: Compiler): Node {
  const path = literalText(args[0], 'var');
  const read = readerIn(path, compiler);
  if (args.length < 2) return { run: read };
  const fallback = compiler.node(args[1] ?? null).run;
  return { run: (data, root) => read(data, root) ?? fallback(data, root) };
}

function ifNode(args: readonly Logic[], compiler: Compiler): Node {
  const runs = args.map((operand) => compiler.node(operand).run);
  const [test, then, otherwise] = runs;
  if (test && then && otherwise && runs.length === 3) {
    return { run: (data, root) => (truthy(test(data, root)) ? then(data, root) : otherwise(data, root)) };
  }
  return { run: (data, root) => chosen(runs, data, root) };
}

function chosen(runs: Run[], ...[data, root]: Parameters<Run>): Json {
  for (let index = 0; index + 1 < runs.length; index += 2) {
    if (truthy(runs[index]?.(data, root))) return runs[index + 1]?.(data, root) ?? null;
  }
  return runs.length % 2 === 1 ? (runs.at(-1)?.(data, root) ?? null) : null;
}

function andNode(args: readonly Logic[], compiler: Compiler): Node {
  return { run: deciding(args, compiler, false) };
}

function orNode(args: readonly Logic[], compiler: Compiler): Node {
  return { run: deciding(args, compiler, true) };
}

/** The first operand whose truth decides, else the last one. */
function deciding(args: readonly Logic[], compiler: Compiler, decides: boolean): Run {
  const runs = args.map((operand) => compiler.node(operand).run);
  const [first, second] = runs;
  if (first && second && runs.length === 2) {
    return (data, root) => {
      const value = first(data, root);
      return truthy(value) === decides ? value : second(data, root);
    };
  }
  return (data, root) => {
    let value: Json = null;
    for (const run of runs) {
      value = run(data, root);
      if (truthy(value) === decides) return value;
    }
    return value;
  };
}
