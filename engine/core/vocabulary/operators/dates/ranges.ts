import type { Json } from '#core/model/index.ts';
import { type CalendarRange, formatDate, parseDateRange, parseMonthRange } from '../../calendar.ts';
import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toText } from '../values.ts';

/** A month-range; null stays null. Throws RuleError. */
export function toMonthRange(value: Json | undefined, operator: string): CalendarRange | null {
  return read(value, operator, parseMonthRange);
}

function toRange(value: Json | undefined, operator: string): CalendarRange | null {
  return read(value, operator, (text) => parseMonthRange(text) ?? parseDateRange(text));
}

function read(
  value: Json | undefined,
  operator: string,
  parse: (text: string) => CalendarRange | null,
): CalendarRange | null {
  const text = toText(value, operator);
  if (text === null) return null;
  const range = parse(text);
  if (range === null) throw new RuleError(`"${operator}" needs a range`);
  return range;
}

function edge(name: string, side: 'start' | 'end'): EagerOperator {
  return {
    name,
    arity: [1, 1],
    params: ['text'],
    returns: 'date',
    steps: 3,
    apply: ([value]) => {
      const found = toRange(value, name)?.[side] ?? null;
      return found === null ? null : formatDate(found);
    },
  };
}

/** The first month or day of a `month-range` or `date-range`. */
export const rangeStart = edge('rangeStart', 'start');
/** The last one; null while it is open. */
export const rangeEnd = edge('rangeEnd', 'end');
