import type { Json, JsonObject, Logic, LogicScope } from '#core/model/index.ts';
import { beyond, paidFor, RuleError, readPath, splitPath } from '#core/vocabulary/index.ts';
import { Budget } from './budget.ts';
import { ITERATING } from './check-operator.ts';
import { carryOut, during, type Session } from './reference.ts';
import { expressionOf } from './scope.ts';
import { type Call, callOf, isCall, literalText } from './shape.ts';
import { weightOf } from './weight.ts';

/** Why a value is what it is. `operator` is null for a literal or a list; `path` is what a `var` read. */
export type Trace = { operator: string | null; value: Json; args: Trace[]; path?: string; error?: string };

/**
 * An operator under way: its trace, its operands so far, how many there are before the first element, and what each
 * element takes in steps.
 */
type Frame = { trace: Trace; seen: number; before: number; weight: number; enclosing: Enclosing };

/** What is read at a piece: its data, and around it that of the iterations in which it stands. */
type Enclosing = { data: Json; outer: Enclosing | null };

/** Pieces that a trace keeps; beyond them evaluation goes on without being written down. */
const MOST_PIECES = 2_000;

/**
 * The reference: evaluates with json-logic-js and says why. A rule that cannot be computed gives null, and the trace
 * carries the error from the piece that failed up to the whole. Throws Error for logic that `checkLogic` refuses.
 */
export function interpret(logic: Logic, data: JsonObject, scope: LogicScope): { value: Json; trace: Trace } {
  const interpretation = new Interpretation(scope, data);
  const value = interpretation.whole(logic);
  return { value, trace: interpretation.trace() };
}

class Interpretation implements Session {
  readonly budget: Budget;
  private readonly scope: LogicScope;
  private root: JsonObject;
  private frame: Frame = {
    trace: { operator: null, value: null, args: [] },
    seen: 0,
    before: Number.POSITIVE_INFINITY,
    weight: 0,
    enclosing: { data: null, outer: null },
  };
  private readonly top: Trace = this.frame.trace;
  private pieces = 0;
  private readonly open = new Set<string>();

  constructor(scope: LogicScope, root: JsonObject) {
    this.scope = scope;
    this.root = root;
    this.budget = new Budget(scope);
  }

  whole(logic: Logic): Json {
    try {
      this.budget.begin(weightOf(logic));
      return paidFor(
        during(this, () => this.apply(logic, this.root)),
        this.budget,
      );
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      this.trace().error ??= error.message;
      return null;
    }
  }

  trace(): Trace {
    return this.top.args[0] ?? this.top;
  }

  /** Evaluates one part of the present piece and adds its result to the trace. */
  readonly apply = (logic: Logic, data: Json): Json => {
    const outer = this.frame;
    const frame = frameOf(logic, { data, outer: enclosingOf(outer) });
    this.keep(frame.trace);
    try {
      this.count(outer);
      this.frame = frame;
      frame.trace.value = this.evaluate(logic, data);
      return frame.trace.value;
    } catch (error) {
      if (error instanceof RuleError) frame.trace.error = error.message;
      throw error;
    } finally {
      this.frame = outer;
    }
  };

  /** The parameters are read beside the rule's own data, never beside the element of an iteration. */
  readonly use = (name: Json, args: Json[]): Json => {
    const { params, logic, id } = expressionOf(this.scope, name);
    if (args.length > params.length)
      throw new Error(`the expression "${id}" takes ${params.length} operands`);
    if (this.open.has(id)) throw new Error(`the expression "${id}" uses itself`);
    const given = Object.fromEntries(params.map((param, index) => [param, args[index] ?? null]));
    const outer = this.root;
    this.open.add(id);
    this.root = { ...outer, params: given };
    try {
      this.budget.spend(Math.max(1, weightOf(logic)));
      this.frame = { ...this.frame, ...UNITERATED };
      return this.apply(logic, this.root);
    } finally {
      this.root = outer;
      this.open.delete(id);
    }
  };

  /** Reads a path where the present piece stands. */
  readonly read = (path: string): Json => readEnclosed(path, this.frame.enclosing);

  private keep(trace: Trace): void {
    this.pieces += 1;
    if (this.pieces <= MOST_PIECES) this.frame.trace.args.push(trace);
  }

  /** What an iterating operator evaluates after its list (and first accumulator) is an element. */
  private count(frame: Frame): void {
    frame.seen += 1;
    if (frame.seen > frame.before) this.budget.spend(frame.weight);
  }

  private evaluate(logic: Logic, data: Json): Json {
    if (Array.isArray(logic)) return logic.map((piece) => this.apply(piece, data));
    if (!isCall(logic)) return logic ?? null;
    const call = callOf(logic);
    return call.operator.name === 'var' ? this.readVar(call, data) : carryOut(call, data);
  }

  /** The default of a `var` is evaluated only where it is needed. */
  private readVar({ operator, args }: Call, data: Json): Json {
    this.frame.trace.path = literalText(args[0], 'var');
    const value = carryOut({ operator, args: args.slice(0, 1) }, data);
    this.frame.trace.args = [];
    return value === null && args.length > 1 ? this.apply(args[1] ?? null, data) : value;
  }
}

function readEnclosed(path: string, { data, outer }: Enclosing): Json {
  const rest = outer === null ? null : beyond(path);
  return outer !== null && rest !== null ? readEnclosed(rest, outer) : readPath(data, splitPath(path));
}

/** What is around the next operand of a piece: of the body of an iteration, the data in which its list stands. */
function enclosingOf({ seen, before, enclosing }: Frame): Enclosing | null {
  return seen >= before ? enclosing : enclosing.outer;
}

/** Inside a named expression nothing is around but the rule's own data. */
const UNITERATED = { seen: 0, before: Number.POSITIVE_INFINITY, enclosing: { data: null, outer: null } };

function frameOf(logic: Logic, enclosing: Enclosing): Frame {
  const operator = isCall(logic) ? (Object.keys(logic)[0] ?? null) : null;
  const trace: Trace = { operator, value: null, args: [] };
  if (operator === null || !isCall(logic) || !ITERATING.has(operator)) {
    return { trace, seen: 0, before: Number.POSITIVE_INFINITY, weight: 0, enclosing };
  }
  const { args } = callOf(logic);
  const before = operator === 'reduce' && args.length > 2 ? 2 : 1;
  return { trace, seen: 0, before, weight: 1 + weightOf(args[1]), enclosing };
}
