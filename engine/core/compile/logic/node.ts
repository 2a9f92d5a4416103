import type { Json, JsonObject, Logic } from '#core/model/index.ts';
import type { Budget } from './budget.ts';

/** A piece of compiled logic: `data` is the element inside iterations, `root` is always the rule's own data. */
export type Run = (data: Json, root: JsonObject) => Json;

/** A piece that may be known already when it is compiled. */
export type Node = { run: Run; constant?: { value: Json } };

/**
 * Where a named expression finds its parameters while it runs. One for all of its calls: an expression never uses
 * itself, and operands are computed before it begins.
 */
export type Frame = { params: readonly string[]; given: Json[] };

/** A named expression: what a use of it takes in steps, whatever it reads, is its weight. */
export type Expression = { frame: Frame; run: Run; weight: number };

/** Where a piece of logic stands: in the body of an expression, in an iteration, in both or in neither. */
export type Surroundings = { readonly frame: Frame | null; readonly iteration: Iteration | null };

/**
 * An iteration that is carried out: the data in which its list stood, and where that was. One for all of its runs: no
 * iteration is begun again before it has ended.
 */
export type Iteration = { data: Json; readonly outside: Surroundings };

/** Turns logic of one scope into closures; named expressions are compiled once. */
export type Compiler = {
  budget: Budget;
  /** The parameters of the expression whose body is compiled; null elsewhere, and inside its iterations. */
  frame: Frame | null;
  /** The iteration whose body is compiled; null outside of any. */
  iteration: Iteration | null;
  node(logic: Logic): Node;
  /** The same compiler where other parameters can be read, or none, and other data around. */
  within(surroundings: Surroundings): Compiler;
  expression(name: string): Expression;
};

/** Makes the closure of one lazy operator from its operands. */
export type LazyNode = (args: readonly Logic[], compiler: Compiler) => Node;

/** A node that always gives this value. */
export function constant(value: Json): Node {
  return { run: () => value, constant: { value } };
}
