import type { Logic } from '#core/model/index.ts';
import { listed, phraseOf, within } from '../compose.ts';
import type { Context } from '../context.ts';
import { callOf, isStatement } from '../kind.ts';
import type { Node } from '../nodes/node.ts';
import { CLAUSE, type Phrase, SUM } from '../phrase.ts';
import { denial } from './simple.ts';
import type { Writer, Writers } from './writer.ts';

const isLiteral = (logic: Logic | undefined): boolean => callOf(logic) === undefined && !Array.isArray(logic);

/** The value comes first, whichever way it is written. */
function equality(denies: boolean): Writer {
  return ([left, right], context, denied) => {
    const [value, other] = isLiteral(left) && !isLiteral(right) ? [right, left] : [left, right];
    const isDenied = denied !== denies;
    if (isStatement(value, context) && typeof other === 'boolean' && typeof value !== 'boolean')
      return context.clause(value, context, isDenied === other);
    const first = context.term(value, context);
    const second = context.term(other, context, first.node);
    const operands = [within(first, SUM, context), within(second, SUM, context)];
    return denial(equalityKey(other), isDenied, context, (key) =>
      phraseOf(key, context, { operands, level: CLAUSE }),
    );
  };
}

function equalityKey(other: Logic | undefined): string {
  if (other === null) return '==.null';
  if (typeof other === 'number') return '==.number';
  if (typeof other === 'boolean') return '==.boolean';
  return isLiteral(other) ? '==' : '==.terms';
}

/** Dates come before and after each other, numbers are more or less. */
function order(name: '<' | '<=' | '>' | '>='): Writer {
  return (args, context, denied) => {
    const known = args.map((operand) => context.term(operand, context));
    const isDate = known.some(({ node }) => node?.kind === 'date');
    const operands = known.map((phrase) => within(phrase, SUM, context));
    const key = `${name}${args.length > 2 ? '.three' : ''}${isDate ? '.date' : ''}`;
    return denial(key, denied, context, (chosen) => phraseOf(chosen, context, { operands, level: CLAUSE }));
  };
}

const isIn: Writer = (args, context, denied) => {
  const [value, hay] = args;
  if (Array.isArray(hay)) return oneOf(value, hay, context, denied);
  const set = context.term(hay, context);
  const needle = context.term(value, context, set.node?.element);
  const operands = [within(needle, SUM, context), within(set, SUM, context)];
  return denial(inKey(value, set.node), denied, context, (key) =>
    phraseOf(key, context, { operands, level: CLAUSE }),
  );
};

function inKey(value: Logic | undefined, set: Node | undefined): string {
  if (set?.kind === 'text') return 'in.text';
  return isLiteral(value) || set?.kind === 'list' ? 'in.has' : 'in';
}

function oneOf(value: Logic | undefined, list: Logic[], context: Context, denied: boolean): Phrase {
  const phrase = context.term(value, context);
  const first = within(phrase, SUM, context);
  const members = list.map((member) => within(context.term(member, context, phrase.node), SUM, context));
  const [only] = members;
  const key = members.length === 0 ? 'in.nothing' : 'in.list';
  if (only !== undefined && members.length === 1)
    return denial(equalityKey(list[0]), denied, context, (chosen) =>
      phraseOf(chosen, context, { operands: [first, only], level: CLAUSE }),
    );
  return denial(key, denied, context, (chosen) =>
    phraseOf(chosen, context, {
      operands: [first],
      all: chosenFrom(members, denied, context),
      level: CLAUSE,
    }),
  );
}

/** "A, B or C"; where it is none of them, A, B, C. */
function chosenFrom(members: string[], denied: boolean, context: Context): string {
  const last = members.at(-1);
  if (denied || last === undefined) return listed(members, context);
  return `${listed(members.slice(0, -1), context)}${context.words.marks.either}${last}`;
}

/** How comparisons are read. */
export const comparingWriters: Writers = {
  '==': equality(false),
  '===': equality(false),
  '!=': equality(true),
  '!==': equality(true),
  '<': order('<'),
  '<=': order('<='),
  '>': order('>'),
  '>=': order('>='),
  in: isIn,
};
