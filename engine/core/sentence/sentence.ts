import { interpolate } from '#core/json/index.ts';
import type { Logic } from '#core/model/index.ts';
import { listed, phraseOf, within } from './compose.ts';
import type { Context } from './context.ts';
import { callOf, isStatement } from './kind.ts';
import { literal } from './literal.ts';
import { sentenceWords } from './locales/index.ts';
import type { Node } from './nodes/node.ts';
import { rootNode } from './nodes/roots.ts';
import { truth, valueWriters, writers } from './operators/index.ts';
import { ATOM, CLAUSE, NOUN, type Phrase, SUM } from './phrase.ts';
import type { SentenceScope } from './scope.ts';

/**
 * Logic of the closed dialect as a sentence: a statement where it says that something holds, else what its value is.
 * Takes logic that `checkLogic` lets pass, where it stands, and a locale (English for one that it does not know).
 */
export function sentence(logic: Logic, scope: SentenceScope, locale: string): string {
  const context = contextFor(scope, locale);
  if (typeof logic === 'boolean' || !isStatement(logic, context)) return term(logic, context).text;
  return clause(logic, context, false).text;
}

/** Logic as the condition that it is: whatever its value, what it takes to hold. */
export function condition(logic: Logic, scope: SentenceScope, locale: string): string {
  return clause(logic, contextFor(scope, locale), false).text;
}

/** What every part of a sentence needs: the words, the titles and where the logic stands. */
export function contextFor(scope: SentenceScope, locale: string): Context {
  const words = sentenceWords(locale);
  const root = rootNode(scope, words);
  return { scope, words, root, at: root, open: [], term, clause };
}

function clause(logic: Logic | undefined, context: Context, denied: boolean): Phrase {
  if (typeof logic === 'boolean')
    return phraseOf(logic !== denied ? '!!.always' : '!!.never', context, { level: CLAUSE });
  const call = callOf(logic);
  const write = call && writers[call.name];
  if (call && write && (isStatement(logic, context) || STATING.includes(call.name)))
    return write(call.args, context, denied);
  return truth(logic, context, denied);
}

/** What may be a statement or a value: asked for a statement, it is one. */
const STATING = ['and', 'or', 'missing', 'missing_some'];

function term(logic: Logic | undefined, context: Context, node?: Node): Phrase {
  if (Array.isArray(logic)) return list(logic, context);
  const call = callOf(logic);
  if (call === undefined) return literal(logic ?? null, context, node);
  if (isStatement(logic, context)) {
    const text = interpolate(context.words.marks.group, { 0: clause(logic, context, false).text });
    return {
      text: interpolate(context.words.marks.whether, { 0: text }),
      level: NOUN,
      node: { kind: 'boolean' },
    };
  }
  const write = valueWriters[call.name];
  if (!write) throw new Error(`there is no phrase for the operator "${call.name}"`);
  return write(call.args, context, false);
}

function list(items: readonly Logic[], context: Context): Phrase {
  if (items.length === 0) return literal([], context);
  const texts = items.map((item) => within(term(item, context), SUM, context));
  return {
    text: interpolate(context.words.marks.group, { 0: listed(texts, context) }),
    level: ATOM,
    node: { kind: 'list' },
  };
}
