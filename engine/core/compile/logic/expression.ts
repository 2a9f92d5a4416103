import type { Json, JsonObject, Logic } from '#core/model/index.ts';
import type { Compiler, Frame, Node, Run } from './node.ts';
import { readerOf } from './read.ts';
import { literalText } from './shape.ts';

/** Room for the parameters of one use of an expression. */
export function frameOf(params: readonly string[]): Frame {
  return { params, given: params.map(() => null) };
}

/** The expression sees the rule's own data and its parameters, never an element of the caller's iteration. */
export function useNode(args: readonly Logic[], compiler: Compiler): Node {
  const name = literalText(args[0], 'use');
  const { frame, run, weight } = compiler.expression(name);
  const operands = args.slice(1).map((operand) => compiler.node(operand).run);
  if (operands.length > frame.params.length)
    throw new Error(`the expression "${name}" takes ${frame.params.length} operands`);
  const fill = filling(operands, frame.given);
  const { budget } = compiler;
  return {
    run: (data, root) => {
      fill(data, root);
      budget.spend(weight);
      return run(root, root);
    },
  };
}

/** Computes all operands before it stores any: one of them may use the same expression. */
function filling(operands: Run[], given: Json[]): (data: Json, root: JsonObject) => void {
  const [first, second] = operands;
  if (first && operands.length === 1 && given.length === 1)
    return (data, root) => {
      given[0] = first(data, root);
    };
  if (first && second && operands.length === 2 && given.length === 2)
    return (data, root) => {
      const left = first(data, root);
      given[1] = second(data, root);
      given[0] = left;
    };
  return (data, root) => {
    const values = operands.map((operand) => operand(data, root));
    for (let index = 0; index < given.length; index += 1) given[index] = values[index] ?? null;
  };
}

/** Reads a path of an expression's body: its parameters from the frame, all else from the rule's data. */
export function bodyReader(path: string, { params, given }: Frame): Run {
  const [head, name = '', ...rest] = path.split('.');
  if (head !== 'params' && path !== '') return readerOf(path);
  if (name === '') return withParams(readerOf(path), { params, given });
  const index = params.indexOf(name);
  if (index < 0) return () => null;
  const read = readerOf(rest.join('.'));
  return rest.length === 0 ? () => given[index] ?? null : () => read(given[index] ?? null);
}

/** Runs with the parameters inside the data, for the few expressions that read the data as a whole. */
function withParams(run: (data: JsonObject) => Json, { params, given }: Frame): Run {
  return (_data, root) => {
    const named = params.map((param, index): [string, Json] => [param, given[index] ?? null]);
    return run({ ...root, params: Object.fromEntries(named) });
  };
}
