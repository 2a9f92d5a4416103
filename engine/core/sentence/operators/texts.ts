import type { Logic } from '#core/model/index.ts';
import { firstPhrase, phraseOf, within } from '../compose.ts';
import { NOUN } from '../phrase.ts';
import { noun, ofAll, statement } from './simple.ts';
import type { Writer, Writers } from './writer.ts';

/** Counted from one, as people do, where start and length are plain numbers. */
const substr: Writer = (args, context) => {
  const [text, start, size] = args;
  const places = placesOf(start, size);
  const key = places?.key ?? (args.length > 2 ? 'substr.length' : 'substr');
  const inside = within(context.term(text, context), NOUN, context);
  const numbers =
    places?.numbers ?? args.slice(1).map((operand) => within(context.term(operand, context), NOUN, context));
  return phraseOf(firstPhrase([key], context), context, {
    operands: [inside, ...numbers],
    level: NOUN,
    node: { kind: 'text' },
  });
};

function placesOf(
  start: Logic | undefined,
  size: Logic | undefined,
): { key: string; numbers: string[] } | null {
  if (typeof start !== 'number' || start < 0) return null;
  if (size === undefined) return { key: 'substr.end', numbers: [String(start + 1)] };
  if (typeof size !== 'number' || size < 1) return null;
  if (size === 1) return { key: 'substr.place', numbers: [String(start + 1)] };
  return { key: 'substr.places', numbers: [String(start + 1), String(start + size)] };
}

/** Counted from one where the place is a plain number. */
const at: Writer = ([value, place], context) => {
  const isPlain = typeof place === 'number' && place >= 0;
  const operands = [
    within(context.term(value, context), NOUN, context),
    isPlain ? String(place + 1) : within(context.term(place, context), NOUN, context),
  ];
  return phraseOf(isPlain ? 'at.place' : 'at', context, { operands, level: NOUN });
};

/** A weighted sum is said with its weights; any other by its name. */
const checksum: Writer = (args, context, denied) => {
  const [name, text, weights, modulus, checks] = args;
  if (weights === undefined) return statement('checksum')([name ?? null, text ?? null], context, denied);
  const key = checks === undefined ? 'checksum.weighted' : 'checksum.chosen';
  const more = checks === undefined ? [weights, modulus] : [weights, modulus, checks];
  return statement(key)([text ?? null, ...more.map((one) => one ?? null)], context, denied);
};

const length: Writer = (args, context, denied) => {
  const kind = context.term(args[0], context).node?.kind ?? 'any';
  return noun(firstPhrase([`length.${kind}`, 'length'], context), 'number')(args, context, denied);
};

/** How texts are read. */
export const textWriters: Writers = {
  cat: ofAll('cat', 'text'),
  substr,
  at,
  number: noun('number', 'number'),
  length,
  upper: noun('upper', 'text'),
  trim: noun('trim', 'text'),
  startsWith: statement('startsWith'),
  matches: statement('matches'),
  checksum,
};
