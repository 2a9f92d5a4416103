import { interpolate, isObject } from '#core/json/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
import { listed, type PhraseKey, phraseOf, titled, within } from '../compose.ts';
import type { Context } from '../context.ts';
import { bodyOf, callOf, isStatement } from '../kind.ts';
import { literal } from '../literal.ts';
import { attributeNode } from '../nodes/codes.ts';
import { CLAUSE, NOUN, type Phrase, PRODUCT, SUM } from '../phrase.ts';
import { reading } from '../reading.ts';
import { denial, noun } from './simple.ts';
import type { Writer, Writers } from './writer.ts';

const readVar: Writer = ([path, fallback], context) => {
  const read = reading(String(path), context);
  if (fallback === undefined) return read;
  const operands = [within(read, NOUN, context), within(context.term(fallback, context), SUM, context)];
  return phraseOf('var.default', context, { operands, level: NOUN, node: read.node });
};

const missing: Writer = (args, context, denied) => {
  const texts = paths(args, context);
  const key = texts.length === 1 ? 'missing.one' : 'missing';
  return phraseOf(`${key}.${denied ? 'not' : 'holds'}`, context, {
    all: listed(texts, context),
    level: CLAUSE,
  });
};

/** Which paths are unanswered, as a list and not as a statement. */
export const missingPaths: Writer = (args, context) =>
  phraseOf('missing', context, {
    all: listed(paths(args, context), context),
    level: NOUN,
    node: { kind: 'list' },
  });

/** So many of some: how many, and which. */
function some([least, ...args]: readonly Logic[], context: Context) {
  const operands = [within(context.term(least, context), NOUN, context)];
  return { operands, all: listed(paths(args, context), context) };
}

const missingSome: Writer = (args, context, denied) =>
  phraseOf(`missing_some.${denied ? 'not' : 'holds'}`, context, { ...some(args, context), level: CLAUSE });

/** Which of them are unanswered, as a list. */
export const missingSomePaths: Writer = (args, context) =>
  phraseOf('missing_some', context, { ...some(args, context), level: PRODUCT, node: { kind: 'list' } });

/** What may be missing: each path, with the condition under which it is asked for where there is one. */
function paths(args: readonly Logic[], context: Context): string[] {
  return args.flatMap((operand) => {
    if (Array.isArray(operand)) return paths(operand, context);
    const call = callOf(operand);
    if (call === undefined) return [reading(String(operand), context).text];
    return call.name === 'merge' ? paths(call.args, context) : choices(call.args, context);
  });
}

function choices([first, then, ...rest]: readonly Logic[], context: Context): string[] {
  if (then === undefined) return first === undefined ? [] : chosen('missing.choice.else', [], first, context);
  const condition = within(context.clause(first, context, false), CLAUSE, context);
  return [...chosen('missing.choice', [condition], then, context), ...choices(rest, context)];
}

function chosen(key: PhraseKey, before: string[], operand: Logic, context: Context): string[] {
  const texts = paths([operand], context);
  if (texts.length === 0) return [];
  return [phraseOf(key, context, { operands: [...before, listed(texts, context)], level: CLAUSE }).text];
}

/** A literal key is a step more of the path that is read. */
const get: Writer = (args, context) => {
  const path = pathOf({ get: [...args] });
  if (isOfColumn(args)) return phraseOf('get.column', context, { level: NOUN });
  return path === null ? noun('get', 'any')(args, context, false) : reading(path, context);
};

/** A cell of a line, in the column that is looked at: as the sums of a grid read it. */
function isOfColumn([cells, column]: readonly Logic[]): boolean {
  return pathOf(cells) === 'cells' && /^(outer\.)*column\.id$/.test(pathOf(column) ?? '');
}

function pathOf(logic: Logic | undefined): string | null {
  if (!isObject(logic)) return null;
  if ('var' in logic) {
    const path = Array.isArray(logic.var) && logic.var.length === 1 ? logic.var[0] : logic.var;
    return typeof path === 'string' ? path : null;
  }
  const [value, key] = Array.isArray(logic.get) ? logic.get : [];
  const above = pathOf(value);
  if (above === null || (typeof key !== 'string' && typeof key !== 'number')) return null;
  return above === '' ? String(key) : `${above}.${key}`;
}

const code: Writer = ([list, value, attribute], context) => {
  const found = context.scope.definition.codes.find(({ id }) => id === list);
  const key = String(attribute);
  const node = found && attributeNode(found, key, context.scope.definition, context.words);
  const title = node?.plain ? String(node.title) : titled(node?.title ?? key, context).text;
  const operands = [within(context.term(value, context), NOUN, context), title];
  return phraseOf('code', context, { operands, level: NOUN, node });
};

/** A named expression: its own phrase with the operands in it, or its title with the operands beside. */
const use: Writer = (args, context, denied) => {
  const [name, ...given] = args;
  const expression = context.scope.definition.expressions.find(({ id }) => id === name);
  const holds = isStatement({ use: [...args] }, context);
  const operands = given.map((operand) => within(context.term(operand, context), NOUN, context));
  if (expression?.phrase !== undefined) {
    const text = interpolate(expression.phrase, named(expression.params, operands, context));
    return phrased(text, holds, denied, context, bodyOf(expression, context));
  }
  const title = titled(expression?.title ?? String(name), context).text;
  const key = `use${given.length > 0 ? '.with' : ''}`;
  const parts = { operands: [title], all: listed(operands, context), level: holds ? CLAUSE : PRODUCT };
  return holds
    ? denial(`${key}.holds`, denied, context, (chosen) => phraseOf(chosen, context, parts))
    : { ...phraseOf(given.length > 0 ? 'use.with' : 'use', context, parts), ...bodyOf(expression, context) };
};

/** A parameter that is not given is null. */
function named(params: string[], operands: string[], context: Context): Record<string, string> {
  const nothing = literal(null as Json, context).text;
  return Object.fromEntries(params.map((param, index) => [param, operands[index] ?? nothing]));
}

function phrased(
  text: string,
  holds: boolean,
  denied: boolean,
  context: Context,
  body: Pick<Phrase, 'node'>,
): Phrase {
  if (!holds) return { text, level: SUM, ...body };
  const phrase = { text, level: CLAUSE };
  return denied
    ? phraseOf('!', context, { operands: [within(phrase, NOUN, context)], level: CLAUSE })
    : phrase;
}

const answered: Writer = ([value], context, denied) => {
  const operands = [within(context.term(value, context), SUM, context)];
  return denial('answered', denied, context, (key) => phraseOf(key, context, { operands, level: CLAUSE }));
};

/** How answers, codes and named expressions are read. */
export const readingWriters: Writers = {
  var: readVar,
  get,
  missing,
  missing_some: missingSome,
  answered,
  code,
  use,
};
