import type { Json } from '#core/model/index.ts';
import { type CalendarDate, formatDate, isDateTime, parseDate } from '../../calendar.ts';
import { dayIn } from '../../zones.ts';
import type { OperatorContext } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toText } from '../values.ts';

/** A date, a month, or the day of a date and time; null stays null. Throws RuleError for anything else. */
export function toDate(
  value: Json | undefined,
  operator: string,
  context: OperatorContext,
): CalendarDate | null {
  const text = toText(value, operator);
  if (text === null) return null;
  const date = isDateTime(text) ? dayOf(text, context) : parseDate(text);
  if (date === null) throw new RuleError(`"${operator}" needs a date of the calendar`);
  return date;
}

/** As `toDate`, but a month alone is not enough. */
export function toDay(
  value: Json | undefined,
  operator: string,
  context: OperatorContext,
): CalendarDate | null {
  const date = toDate(value, operator, context);
  if (date !== null && date.day === null) throw new RuleError(`"${operator}" needs a day, not a month`);
  return date;
}

/** A computed date as text. Throws RuleError where the calendar ends. */
export function fromDate(date: CalendarDate | null, operator: string): string {
  if (date === null) throw new RuleError(`"${operator}" leaves the years 1 to 9999`);
  return formatDate(date);
}

/** Steps of asking the calendar of a time zone. */
const ASKING = 60;

function dayOf(moment: string, { timeZone, spend }: OperatorContext): CalendarDate | null {
  spend(ASKING);
  return dayIn(moment, timeZone);
}
