import type { Logic } from '#core/model/index.ts';
import { firstPhrase, phraseOf, within } from '../compose.ts';
import type { Context } from '../context.ts';
import { ANY, type Node } from '../nodes/node.ts';
import { CLAUSE, NOUN, type Phrase, PRODUCT, SUM } from '../phrase.ts';
import { denial, noun, ofAll } from './simple.ts';
import type { Writer, Writers } from './writer.ts';

/** What is read inside an iteration begins at the element. */
function insideOf(list: Phrase, context: Context, inside: 'element' | 'reduce'): Context {
  const { at, inside: enclosing, outside } = context;
  const outer = { at, ...(enclosing && { inside: enclosing }), ...(outside && { outside }) };
  return { ...context, at: elementOf(list), inside, outside: outer };
}

function elementOf({ node }: Phrase): Node {
  return node?.element ?? ANY;
}

const listOf = (element: Node): Node => ({ kind: 'list', element });

const map: Writer = ([list, body], context) => {
  const over = context.term(list, context);
  const made = context.term(body, insideOf(over, context, 'element'));
  const operands = [within(over, NOUN, context), within(made, NOUN, context)];
  return phraseOf('map', context, { operands, level: NOUN, node: listOf(made.node ?? ANY) });
};

const filter: Writer = ([list, body], context) => {
  const { over, operands } = tested(list, body, context);
  return phraseOf('filter', context, { operands, level: NOUN, node: listOf(elementOf(over)) });
};

/** A statement about the elements. The condition always stands in brackets, so that it is seen where it ends. */
function tested(
  list: Logic | undefined,
  body: Logic | undefined,
  context: Context,
): { over: Phrase; operands: string[] } {
  const over = context.term(list, context);
  const condition = context.clause(body, insideOf(over, context, 'element'), false);
  return { over, operands: [within(over, NOUN, context), within(condition, NOUN, context)] };
}

function quantified(name: 'all' | 'some' | 'none'): Writer {
  const opposite = { some: 'none', none: 'some', all: 'all' } as const;
  return ([list, body], context, denied) => {
    const { operands } = tested(list, body, context);
    const key = denied ? opposite[name] : name;
    return denial(key, denied && name === 'all', context, (chosen) =>
      phraseOf(chosen, context, { operands, level: CLAUSE }),
    );
  };
}

const reduce: Writer = ([list, body, first], context) => {
  const over = context.term(list, context);
  const step = context.term(body, insideOf(over, context, 'reduce'));
  const rest = first === undefined ? [] : [within(context.term(first, context), NOUN, context)];
  const operands = [within(over, NOUN, context), within({ ...step, level: CLAUSE }, SUM, context), ...rest];
  return phraseOf(first === undefined ? 'reduce' : 'reduce.first', context, { operands, level: PRODUCT });
};

/** A row of a grid has columns; anything else has values. */
const values: Writer = ([of], context) => {
  const whole = context.term(of, context);
  const element = whole.node?.element;
  const operands = [within(whole, NOUN, context)];
  return phraseOf(element ? 'values' : 'values.any', context, {
    operands,
    level: NOUN,
    node: listOf(element ?? ANY),
  });
};

const distinct: Writer = ([list], context) => {
  const over = context.term(list, context);
  return phraseOf('distinct', context, {
    operands: [within(over, NOUN, context)],
    level: NOUN,
    node: listOf(elementOf(over)),
  });
};

const sorted: Writer = ([list], context, denied) => {
  const over = context.term(list, context);
  const key = elementOf(over).kind === 'date' ? 'sorted.date' : 'sorted';
  const operands = [within(over, SUM, context)];
  return denial(firstPhrase([key], context), denied, context, (chosen) =>
    phraseOf(chosen, context, { operands, level: CLAUSE }),
  );
};

/** How lists are read. */
export const listWriters: Writers = {
  map,
  filter,
  reduce,
  all: quantified('all'),
  some: quantified('some'),
  none: quantified('none'),
  merge: ofAll('merge', 'list'),
  sum: ofAll('sum', 'number'),
  avg: ofAll('avg', 'number'),
  count: noun('count', 'number'),
  distinct,
  values,
  sorted,
};
