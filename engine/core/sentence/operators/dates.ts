import type { Logic } from '#core/model/index.ts';
import type { PhraseKey } from '../compose.ts';
import { callOf } from '../kind.ts';
import { ATOM, SUM } from '../phrase.ts';
import { noun, statement } from './simple.ts';
import type { Writer, Writers } from './writer.ts';

/** A negative number of days lies before. */
function moved(after: PhraseKey, before: PhraseKey): Writer {
  return ([from, by], context, denied) => {
    const isBefore = typeof by === 'number' && by < 0;
    return noun(isBefore ? before : after, 'date')(
      [from ?? null, isBefore ? -by : (by ?? null)],
      context,
      denied,
    );
  };
}

/** The day of the present time is today. */
const date: Writer = (args, context, denied) => {
  if (isNow(args[0])) return { text: context.words.names.today, level: ATOM, node: { kind: 'date' } };
  return noun('date', 'date')(args, context, denied);
};

function isNow(logic: Logic | undefined): boolean {
  const call = callOf(logic);
  return call?.name === 'var' && call.args.length === 1 && call.args[0] === 'now';
}

/** From one to another: in a sum it needs brackets, so that it is seen how far it reaches. */
function between(key: PhraseKey): Writer {
  return (...operands) => ({ ...noun(key, 'number')(...operands), level: SUM });
}

const months: Writer = (args, ...rest) =>
  args.length > 1 ? between('months.between')(args, ...rest) : noun('months', 'number')(args, ...rest);

/** How dates are read. */
export const dateWriters: Writers = {
  year: noun('year', 'number'),
  month: noun('month', 'number'),
  day: noun('day', 'number'),
  date,
  age: between('age'),
  months,
  days: between('days'),
  minutes: between('minutes'),
  withinDays: (args, ...rest) => statement(args.length > 2 ? 'withinDays' : 'withinDays.list')(args, ...rest),
  addDays: moved('addDays', 'addDays.before'),
  addMonths: moved('addMonths', 'addMonths.before'),
  addYears: moved('addYears', 'addYears.before'),
  rangeStart: noun('rangeStart', 'date'),
  rangeEnd: noun('rangeEnd', 'date'),
};
