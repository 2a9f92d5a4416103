import type { CompiledLogic, Json, Logic } from '#core/model/index.ts';
import { type EagerOperator, RuleError } from '#core/vocabulary/index.ts';
import { type Frame, frameOf } from './expression.ts';
import { lazyNodes } from './lazy.ts';
import { constant, type Node, type Run } from './node.ts';
import { type Budget, budgetOf, expressionOf, type LogicScope } from './scope.ts';
import { callOf, isCall } from './shape.ts';

/** Turns logic of one scope into closures; named expressions are compiled once. */
export type Compiler = {
  budget: Budget;
  /** The parameters of the expression whose body is compiled; null elsewhere, and inside its iterations. */
  frame: Frame | null;
  node(logic: Logic): Node;
  expression(name: string): { frame: Frame; run: Run };
};

const COMPILERS = new WeakMap<LogicScope, Compiler>();

/**
 * Compiles logic to a closure over its data. `run` throws RuleError when the data does not fit; compiling throws
 * Error for logic that `checkLogic` refuses and for expressions that the scope does not have.
 */
export function compileLogic(logic: Logic, scope: LogicScope): CompiledLogic {
  const { budget, node } = compilerOf(scope);
  const { run, constant: known } = node(logic);
  if (known) return { logic, run: () => known.value };
  return {
    logic,
    run: (data) => {
      budget.refill();
      return run(data, data);
    },
  };
}

function compilerOf(scope: LogicScope): Compiler {
  let compiler = COMPILERS.get(scope);
  if (!compiler) {
    compiler = createCompiler(scope);
    COMPILERS.set(scope, compiler);
  }
  return compiler;
}

function createCompiler(scope: LogicScope): Compiler {
  const compiler: Compiler = {
    budget: budgetOf(scope),
    frame: null,
    node: (logic) => nodeOf(logic, compiler),
    expression: onceEach((name) => {
      const { logic, params } = expressionOf(scope, name);
      const frame = frameOf(params);
      return { frame, run: compilerIn(frame, compiler).node(logic).run };
    }),
  };
  return compiler;
}

/** The same compiler where other parameters can be read, or none. */
export function compilerIn(frame: Frame | null, compiler: Compiler): Compiler {
  if (compiler.frame === frame) return compiler;
  const inner: Compiler = { ...compiler, frame, node: (logic) => nodeOf(logic, inner) };
  return inner;
}

/** Each expression is compiled once; one that comes back to itself while it is being compiled never ends. */
function onceEach<T>(make: (name: string) => T): (name: string) => T {
  const done = new Map<string, T>();
  const open = new Set<string>();
  return (name) => {
    const known = done.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) throw new Error(`the expression "${name}" uses itself`);
    open.add(name);
    try {
      const made = make(name);
      done.set(name, made);
      return made;
    } finally {
      open.delete(name);
    }
  };
}

function nodeOf(logic: Logic, compiler: Compiler): Node {
  if (Array.isArray(logic)) return listNode(logic.map(compiler.node));
  if (!isCall(logic)) return constant(logic ?? null);
  const { operator, args } = callOf(logic);
  if (operator.lazy) return lazyNodes(operator.name)(args, compiler);
  return eagerNode(operator, args.map(compiler.node), compiler.budget);
}

function listNode(nodes: Node[]): Node {
  const runs = nodes.map((node) => node.run);
  const known = knownValues(nodes);
  return known ? constant(known) : { run: (data, root) => runs.map((run) => run(data, root)) };
}

function knownValues(nodes: Node[]): Json[] | null {
  const values: Json[] = [];
  for (const node of nodes) {
    if (!node.constant) return null;
    values.push(node.constant.value);
  }
  return values;
}

/** What depends on no data is computed here and now; what cannot be computed stays, to throw when it is run. */
function eagerNode(operator: EagerOperator, nodes: Node[], budget: Budget): Node {
  const known = knownValues(nodes);
  if (!known) return { run: calling(operator, nodes, budget) };
  try {
    budget.refill();
    return constant(operator.apply(known, budget) ?? null);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { run: () => operator.apply(known, budget) };
  }
}

/**
 * Operands go through one array that is used again: operators neither keep it nor call back. What is known stands in it
 * from the start, so that only the others are computed: mostly one or two.
 */
function calling({ apply }: EagerOperator, nodes: Node[], budget: Budget): Run {
  const args = nodes.map((node) => node.constant?.value ?? null);
  const open = nodes.flatMap(({ run, constant: known }, at) => (known ? [] : [{ run, at }]));
  const [one, other] = open;
  if (one && open.length === 1) return callingWithOne(apply, args, one, budget);
  if (one && other && open.length === 2) return callingWithTwo(apply, args, [one, other], budget);
  return (data, root) => {
    for (const { run, at } of open) args[at] = run(data, root);
    return apply(args, budget);
  };
}

type Apply = EagerOperator['apply'];
/** An operand that is not known yet, and its place. */
type Open = { run: Run; at: number };

function callingWithOne(apply: Apply, args: Json[], { run, at }: Open, budget: Budget): Run {
  return (data, root) => {
    args[at] = run(data, root);
    return apply(args, budget);
  };
}

function callingWithTwo(apply: Apply, args: Json[], [first, second]: [Open, Open], budget: Budget): Run {
  const { run, at } = first;
  const { run: runOther, at: atOther } = second;
  return (data, root) => {
    args[at] = run(data, root);
    args[atOther] = runOther(data, root);
    return apply(args, budget);
  };
}
