import type { CompiledLogic, Json, Logic, LogicScope } from '#core/model/index.ts';
import { type EagerOperator, paidFor, RuleError } from '#core/vocabulary/index.ts';
import { Budget } from './budget.ts';
import { frameOf } from './expression.ts';
import { lazyNodes } from './lazy.ts';
import { type Compiler, constant, type Expression, type Node, type Run, type Surroundings } from './node.ts';
import { isSameEverywhere, remembered } from './remembered.ts';
import { expressionOf } from './scope.ts';
import { callOf, isCall } from './shape.ts';
import { weightOf } from './weight.ts';

/** The logic of one scope that is compiled already, and its compiler. */
type Compilation = { compiler: Compiler; known: WeakMap<object, CompiledLogic> };

const COMPILATIONS = new WeakMap<LogicScope, Compilation>();

/**
 * Compiles logic to a closure over its data; the same piece of the same scope only once, since definitions never
 * change. `run` throws RuleError when the data does not fit; compiling throws Error for logic that `checkLogic`
 * refuses and for expressions that the scope does not have.
 */
export function compileLogic(logic: Logic, scope: LogicScope): CompiledLogic {
  const { compiler, known } = compilationOf(scope);
  if (typeof logic !== 'object' || logic === null) return compiled(logic, compiler);
  const found = known.get(logic) ?? compiled(logic, compiler);
  known.set(logic, found);
  return found;
}

function compiled(logic: Logic, { budget, node }: Compiler): CompiledLogic {
  const { run, constant: known } = node(logic);
  if (known) return { logic, run: () => known.value };
  const weight = Math.max(1, weightOf(logic));
  return {
    logic,
    run: (data) => {
      budget.begin(weight);
      budget.read(data);
      const value = run(data, data);
      return typeof value === 'object' && value !== null ? paidFor(value, budget) : value;
    },
  };
}

/**
 * Lets everything that is evaluated in this work share the steps of one evaluation, so that however many rules there
 * are, none of them holds its thread for long. Work inside such work shares those of the outer one.
 */
export function evaluating<T>(scope: LogicScope, work: () => T): T {
  return compilationOf(scope).compiler.budget.within(work);
}

/** `evaluating` in work that changes what its own logic reads: no named expression is found again in it. */
export function evaluatingAnew<T>(scope: LogicScope, work: () => T): T {
  const { budget } = compilationOf(scope).compiler;
  return budget.within(() => budget.forgetting(work));
}

/** The steps that the evaluation under way has taken so far, with all that came before in the same `evaluating`. */
export function stepsTaken(scope: LogicScope): number {
  return compilationOf(scope).compiler.budget.taken();
}

function compilationOf(scope: LogicScope): Compilation {
  const found = COMPILATIONS.get(scope) ?? { compiler: createCompiler(scope), known: new WeakMap() };
  COMPILATIONS.set(scope, found);
  return found;
}

function createCompiler(scope: LogicScope): Compiler {
  const within = ({ frame, iteration }: Surroundings): Compiler => {
    const compiler: Compiler = {
      budget,
      frame,
      iteration,
      node: (logic) => nodeOf(logic, compiler),
      within,
      expression,
    };
    return compiler;
  };
  const budget = new Budget(scope);
  const expression = onceEach((name): Expression => {
    const { logic, params } = expressionOf(scope, name);
    const frame = frameOf(params);
    const weight = Math.max(1, weightOf(logic));
    const { run } = within({ frame, iteration: null }).node(logic);
    const isSame = params.length === 0 && isSameEverywhere(logic, scope);
    return { frame, run: isSame ? remembered(run, budget) : run, weight };
  });
  return within({ frame: null, iteration: null });
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

/** What depends on no data is computed at compile time; what cannot be computed is kept and throws when it is run. */
function eagerNode(operator: EagerOperator, nodes: Node[], budget: Budget): Node {
  const known = knownValues(nodes);
  if (!known) return { run: calling(operator, nodes, budget) };
  try {
    budget.begin(operator.steps ?? 1);
    return constant(paidFor(operator.apply(known, budget) ?? null, budget));
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { run: () => operator.apply(known, budget) };
  }
}

/**
 * Operands go through one array that is used again: operators neither keep it nor call back. Known operands are in it
 * from the start; only the others are computed, mostly one or two.
 */
function calling({ apply, prepared }: EagerOperator, nodes: Node[], budget: Budget): Run {
  const args = nodes.map((node) => node.constant?.value ?? null);
  const open = nodes.flatMap(({ run, constant: known }, at) => (known ? [] : [{ run, at }]));
  const [one, other] = open;
  const ready = one && open.length === 1 ? prepared?.(withHole(args, one.at), budget) : null;
  if (one && ready) return (data, root) => ready(one.run(data, root));
  if (one && open.length === 1) return callingWithOne(apply, args, one, budget);
  if (one && other && open.length === 2) return callingWithTwo(apply, args, [one, other], budget);
  return (data, root) => {
    for (const { run, at } of open) args[at] = run(data, root);
    return apply(args, budget);
  };
}

/** The operands that are written out, and undefined for the one that is not. */
function withHole(args: Json[], open: number): (Json | undefined)[] {
  return args.map((value, at) => (at === open ? undefined : value));
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
