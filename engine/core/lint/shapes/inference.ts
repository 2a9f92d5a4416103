import type { CodeList, ExpressionDefinition, Json, Logic } from '#core/model/index.ts';
import type { Finding } from '../report/index.ts';
import type { Shape } from './shape.ts';

/** Something that an expression says of data that is not there or does not fit; `pointer` runs inside the expression. */
export type Misfit = { code: MisfitCode; pointer: string } & Omit<Finding, 'at'>;
/** The problems that inference finds. */
export type MisfitCode =
  | 'unknown-field'
  | 'type-mismatch'
  | 'unknown-code'
  | 'unknown-code-list'
  | 'unknown-expression'
  | 'wrong-parameters';

/** What an expression is read against. `data` is what `var` starts from: the rule's data, or an element. */
export type Inference = {
  data: Shape;
  /** What is read around an iteration; absent outside of any. */
  outer?: Inference | undefined;
  codes: CodeList[];
  expressions: ExpressionDefinition[];
  /** Expressions that are being read, against endless recursion. */
  open: string[];
  report: (misfit: Misfit) => void;
};

/** An operand with its shape and its place. */
export type Operand = { logic: Logic; shape: Shape; pointer: string };

/** An operator with its operands; the unread ones are those that the operator reads in its own way. */
export type Call = { name: string; args: Json[]; at: (index: number) => string; pointer: string };

/** Finds the shape of an expression that stands inside another. */
export type Infer = (logic: Logic | undefined, at: string, on: Inference) => Shape;
