import type { Json } from '#core/model/index.ts';
import { isDateTime } from '../../calendar.ts';
import { readTime } from '../../written-times.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toText } from '../values.ts';

type Moment = { isTime: boolean; minutes: number };

/** A time of day, or a date and time, in minutes; null stays null. Throws RuleError for anything else. */
function toMoment(value: Json | undefined): Moment | null {
  const text = toText(value, 'minutes');
  if (text === null) return null;
  if (isDateTime(text)) return { isTime: false, minutes: Date.parse(text) / 60_000 };
  if (readTime(text) !== text) throw new RuleError('"minutes" needs a time, or a date with a time');
  return { isTime: true, minutes: Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) };
}

function distance([from, to]: readonly Json[], { spend }: OperatorContext): number | null {
  spend(READING);
  const [start, end] = [toMoment(from), toMoment(to)];
  if (start === null || end === null) return null;
  if (start.isTime !== end.isTime) throw new RuleError('"minutes" needs two times, or two dates with a time');
  return Math.trunc(end.minutes - start.minutes) + 0;
}

/** Steps of reading two times. */
const READING = 20;

/** `{ "minutes": [from, to] }`: whole minutes between two times of one day, or between two moments; negative backwards. */
export const minutes: EagerOperator = {
  name: 'minutes',
  arity: [2, 2],
  params: ['time', 'time'],
  returns: 'number',
  steps: 3,
  apply: distance,
};
