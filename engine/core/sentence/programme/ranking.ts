import type { BatchDefinition, Logic, RankTake } from '#core/model/index.ts';
import type { SentenceScope } from '../scope.ts';
import { gives } from '../statement.ts';
import { quoted, type Reader, type ReadRule, ruleOf, worded } from './part.ts';

/** In which order a batch goes down its queue, what that order is made of, and how far it goes. */
export function readRanking(
  { order, take }: BatchDefinition,
  scope: SentenceScope,
  reader: Reader,
): ReadRule[] {
  if (!order || !take) return [];
  const values = order.map(({ title, value }) => valued(quoted(title, reader), value, scope, reader));
  return [
    ruleOf(worded('ranked', reader, orderOf(order, reader))),
    ...values,
    ...readTake(take, scope, reader),
  ];
}

function orderOf(order: NonNullable<BatchDefinition['order']>, reader: Reader): string {
  return order
    .map(({ title, descending }) =>
      worded(descending ? 'descending' : 'ascending', reader, quoted(title, reader)),
    )
    .join(reader.words.marks.list);
}

function readTake(take: RankTake, scope: SentenceScope, reader: Reader): ReadRule[] {
  const { reading } = reader.words;
  if ('count' in take) return [valued(reading.takeCount, take.count, scope, reader)];
  const title = quoted(take.title, reader);
  return [
    ruleOf(worded('takeSum', reader, title)),
    valued(title, take.sum, scope, reader),
    valued(worded('takeUpTo', reader, title), take.upTo, scope, reader),
  ];
}

const valued = (about: string, logic: Logic, scope: SentenceScope, reader: Reader): ReadRule =>
  ruleOf(gives('value', about, logic, scope, reader.locale));
