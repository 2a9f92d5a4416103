import type { Json, Logic } from '../../model/index.ts';
import { child, readPath, splitPath, truthy } from '../../vocabulary/index.ts';
import type { Compiler } from './compile.ts';
import { iterations } from './iterations.ts';
import { missingPaths } from './missing.ts';
import type { Node, Run } from './node.ts';
import { literalText } from './shape.ts';

/** Makes the closure of one lazy operator from its operands. */
export type LazyNode = (args: readonly Logic[], compiler: Compiler) => Node;

const nodes: ReadonlyMap<string, LazyNode> = new Map([
  ['var', varNode],
  ['missing', missingNode],
  ['use', useNode],
  ['if', ifNode],
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
  const read = reader(splitPath(literalText(args[0], 'var')));
  if (args.length < 2) return { run: read };
  const fallback = compiler.node(args[1] ?? null).run;
  return { run: (data, root) => read(data, root) ?? fallback(data, root) };
}

/** Paths are split once; the usual short ones are read without a loop. */
function reader(segments: readonly string[]): Run {
  const [a, b, c, d] = segments;
  if (a === undefined) return (data) => data;
  if (b === undefined) return (data) => child(data, a);
  if (c === undefined) return (data) => child(child(data, a), b);
  if (d === undefined) return (data) => child(child(child(data, a), b), c);
  return (data) => readPath(data, segments);
}

function missingNode(args: readonly Logic[]): Node {
  return { run: (data) => missingPaths(data, args) };
}

/** The expression sees the rule's own data and its parameters, never an element of the caller's iteration. */
function useNode(args: readonly Logic[], compiler: Compiler): Node {
  const { params, run } = compiler.expression(literalText(args[0], 'use'));
  const operands = args.slice(1).map((operand) => compiler.node(operand).run);
  if (operands.length > params.length)
    throw new Error(`the expression "${String(args[0])}" takes ${params.length} operands`);
  return {
    run: (data, root) => {
      const given: { [name: string]: Json } = {};
      for (let index = 0; index < params.length; index += 1) {
        given[params[index] ?? ''] = operands[index]?.(data, root) ?? null;
      }
      const inner = { ...root, params: given };
      return run(inner, inner);
    },
  };
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
  return (data, root) => {
    let value: Json = null;
    for (const run of runs) {
      value = run(data, root);
      if (truthy(value) === decides) return value;
    }
    return value;
  };
}
