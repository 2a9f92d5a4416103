import type { CodeList, Json } from '#core/model/index.ts';

/** What an operand or a result is, for lint. `logic` is evaluated once an element; `path` is a literal path. */
export type ValueType =
  | 'any'
  | 'boolean'
  | 'number'
  | 'text'
  | 'date'
  | 'time'
  | 'list'
  | 'object'
  | 'logic'
  | 'path'
  | 'name';

/** What an operator may ask of its surroundings. `spend` throws RuleError when the evaluation has used up its steps. */
export type OperatorContext = {
  readonly timeZone: string;
  readonly codes: Readonly<Record<string, CodeList>>;
  spend(steps: number): void;
};

type Signature = {
  readonly name: string;
  /** Least and most operands. */
  readonly arity: readonly [number, number];
  /** Types of the operands; the last one repeats. */
  readonly params: readonly ValueType[];
  readonly returns: ValueType;
  /** What carrying it out takes in steps, its operands and long texts left out; one where nothing stands here. */
  readonly steps?: number;
};

/** Computes from its evaluated operands. Must not keep or change `args`: the array is used again. */
export type EagerOperator = Signature & {
  readonly lazy?: never;
  readonly apply: (args: readonly Json[], context: OperatorContext) => Json;
  /**
   * What `apply` does where all operands but one (undefined here) are written out, prepared once; null where that would
   * be no quicker.
   */
  readonly prepared?: (
    args: readonly (Json | undefined)[],
    context: OperatorContext,
  ) => ((value: Json) => Json) | null;
};

/** Decides itself what is evaluated, or reads the data: carried out by the drivers in `compile/logic`. */
export type LazyOperator = Signature & { readonly lazy: true };

/** One verb of the rules. */
export type Operator = EagerOperator | LazyOperator;
