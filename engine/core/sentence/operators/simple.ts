import type { Logic } from '#core/model/index.ts';
import { firstPhrase, isPhrase, listed, type PhraseKey, phraseOf, within } from '../compose.ts';
import type { Context } from '../context.ts';
import type { Kind } from '../nodes/node.ts';
import { CLAUSE, NOUN, type Phrase, PRODUCT, SUM } from '../phrase.ts';
import type { Writer } from './writer.ts';

/** A value made of its operands: the operator's own phrase. */
export function noun(key: PhraseKey, kind: Kind): Writer {
  return (args, context) => {
    const operands = args.map((operand) => within(context.term(operand, context), NOUN, context));
    return phraseOf(key, context, { operands, level: NOUN, node: { kind } });
  };
}

/** A value made of a list of operands. */
export function ofAll(key: PhraseKey, kind: Kind): Writer {
  return (args, context) =>
    phraseOf(key, context, {
      all: all(args, context),
      level: args.length > 1 ? PRODUCT : NOUN,
      node: { kind },
    });
}

/** The operands as a list, each of them short enough to stand in one. */
export function all(args: readonly Logic[], context: Context): string {
  return listed(
    args.map((operand) => within(context.term(operand, context), NOUN, context)),
    context,
  );
}

/** Operands with a sign between them. With one alone another phrase is said. */
export function joined(key: PhraseKey, level: number): Writer {
  return (args, context) => {
    const [first, ...others] = args;
    if (others.length === 0)
      return noun(firstPhrase([`${key}.one`], context), 'number')([first ?? null], context, false);
    const right = others.map((operand) => within(context.term(operand, context), level - 1, context));
    const left = within(context.term(first, context), level - 1, context);
    return { text: [left, ...right].join(context.words.phrases[key]), level, node: { kind: 'number' } };
  };
}

/** A statement about its operands; where the locale has no word for its denial, the denial stands around it. */
export function statement(key: PhraseKey): Writer {
  return (args, context, denied) => {
    const operands = args.map((operand) => within(context.term(operand, context), SUM, context));
    return denial(key, denied, context, (chosen) => phraseOf(chosen, context, { operands, level: CLAUSE }));
  };
}

/** The phrase of a statement, or of its denial. */
export function denial(
  key: string,
  denied: boolean,
  context: Context,
  phrase: (key: PhraseKey) => Phrase,
): Phrase {
  if (!denied) return phrase(firstPhrase([key], context));
  if (isPhrase(`${key}.not`, context)) return phrase(firstPhrase([`${key}.not`], context));
  return negated(phrase(firstPhrase([key], context)), context);
}

/** "Not (…)", where nothing better is known. */
export function negated(phrase: Phrase, context: Context): Phrase {
  return phraseOf('!', context, { operands: [within(phrase, NOUN, context)], level: CLAUSE });
}
