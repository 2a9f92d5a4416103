import type { Json, Logic } from '#core/model/index.ts';
import { isAnswered, type OperatorContext, payValue, RuleError } from '#core/vocabulary/index.ts';
import type { Compiler, LazyNode, Run } from './node.ts';
import { asOperands, isCall } from './shape.ts';
import { readerIn } from './surroundings.ts';

/** Operators that choose among paths, so that all of them can still be seen in the logic. */
const CHOOSING = ['if', '?:'];

/** The paths that an operand of `missing` may name, all written out, and the conditions that choose among them. */
type Named = { paths: (string | number)[]; conditions: Logic[] };

/**
 * What an operand of `missing` names: a path, a list of them, several lists that are merged, one of two. Null where a
 * path is computed: nobody could check what it reads.
 */
export function namedPaths(operand: Logic | undefined): Named | null {
  if (typeof operand === 'string' || typeof operand === 'number') return { paths: [operand], conditions: [] };
  if (Array.isArray(operand)) return together(operand);
  if (!isCall(operand)) return null;
  const [name = '', value] = Object.entries(operand)[0] ?? [];
  const args = asOperands(value);
  if (name === 'merge') return together(args);
  if (!CHOOSING.includes(name)) return null;
  const isValue = (index: number) => index % 2 === 1 || index === args.length - 1;
  const values = together(args.filter((_, index) => isValue(index)));
  return (
    values && { ...values, conditions: [...values.conditions, ...args.filter((_, index) => !isValue(index))] }
  );
}

function together(operands: readonly Logic[]): Named | null {
  const all: Named = { paths: [], conditions: [] };
  for (const operand of operands) {
    const named = namedPaths(operand);
    if (named === null) return null;
    all.paths.push(...named.paths);
    all.conditions.push(...named.conditions);
  }
  return all;
}

/** The operands of `missing` and `missing_some` that name paths. */
export function pathOperands(name: string, args: readonly Logic[]): readonly Logic[] {
  return name === 'missing_some' ? args.slice(1) : args;
}

type Read = (path: string) => Json;

/** Which of these paths are unanswered. */
export function missingOf(names: readonly Json[], read: Read, context: OperatorContext): string[] {
  return textsOf(names).filter((name) => {
    const value = read(name);
    payValue(value, context);
    return !isAnswered(value);
  });
}

/** Which of these paths are unanswered where fewer than `least` of them are answered; else none. Throws RuleError. */
export function missingSome(
  least: Json | undefined,
  names: readonly Json[],
  read: Read,
  context: OperatorContext,
): string[] {
  if (typeof least !== 'number') throw new RuleError('"missing_some" needs the number of answers');
  const missing = missingOf(names, read, context);
  return textsOf(names).length - missing.length >= least ? [] : missing;
}

function textsOf(names: readonly Json[]): string[] {
  return names.flatMap((name) => (Array.isArray(name) ? textsOf(name) : [String(name)]));
}

/** How `missing` and `missing_some` compile: every path that they may name has a reader already. */
export const missingNodes: readonly [string, LazyNode][] = [
  [
    'missing',
    (args, compiler) => {
      const paths = reading('missing', args, compiler);
      return { run: (data, root) => paths(data, root, (...given) => missingOf(...given, compiler.budget)) };
    },
  ],
  [
    'missing_some',
    (args, compiler) => {
      const paths = reading('missing_some', args, compiler);
      const least = compiler.node(args[0] ?? null).run;
      return {
        run: (data, root) => {
          const needed = least(data, root);
          return paths(data, root, (...given) => missingSome(needed, ...given, compiler.budget));
        },
      };
    },
  ],
];

type Reading = (...where: [...Parameters<Run>, answer: (names: Json[], read: Read) => string[]]) => string[];

function reading(name: string, args: readonly Logic[], compiler: Compiler): Reading {
  const operands = pathOperands(name, args);
  const named = together(operands);
  if (named === null) throw new Error(`"${name}" needs paths that are written out`);
  const readers = new Map(named.paths.map((path) => [String(path), readerIn(String(path), compiler)]));
  const runs = operands.map((operand) => compiler.node(operand).run);
  return (data, root, answer) =>
    answer(
      runs.map((run) => run(data, root)),
      (path) => readers.get(path)?.(data, root) ?? null,
    );
}
