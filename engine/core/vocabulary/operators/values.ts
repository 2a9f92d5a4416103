import { isShortDecimal } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { showsNothing } from '#core/text/index.ts';
import type { OperatorContext } from './operator.ts';
import { RuleError, RuleLimitError } from './rule-error.ts';

const DECIMAL = /^-?[0-9]+(?:\.[0-9]+)?$/;
const MOST_CHARACTERS = 10_000;
/** No number that a computer keeps needs so many; reading more would cost more than a rule does. */
const MOST_DIGITS = 400;

/** Truth as JsonLogic has it: an empty list is false as well. */
export function truthy(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Not missing, not text that shows nothing, not an empty list. */
export function isAnswered(value: Json | undefined): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return !showsNothing(value);
  return !Array.isArray(value) || value.length > 0;
}

/** A number, or text that is nothing but a decimal number; else null. */
export function decimal(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.length > MOST_DIGITS || !DECIMAL.test(value)) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The operand as a number. Throws RuleError. */
export function toNumber(value: Json | undefined, operator: string): number {
  const number = decimal(value);
  if (number === null) throw new RuleError(`"${operator}" needs numbers, not ${describe(value)}`);
  return number;
}

/** Steps of reckoning with a number of many digits. */
const LONG = 40;

/** The operand as a number that is reckoned with: one of many digits is paid for. Throws RuleError. */
export function toTerm(value: Json | undefined, operator: string, context: OperatorContext): number {
  const number = toNumber(value, operator);
  if (!isShortDecimal(number)) context.spend(LONG);
  return number;
}

/** The operand as a whole number. Throws RuleError. */
export function toInteger(value: Json | undefined, operator: string): number {
  const number = toNumber(value, operator);
  if (!Number.isSafeInteger(number)) throw new RuleError(`"${operator}" needs a whole number, not ${number}`);
  return number;
}

/** A result that is a number. Throws RuleError on overflow. */
export function toResult(number: number, operator: string): number {
  if (!Number.isFinite(number)) throw new RuleError(`"${operator}" gives no finite number`);
  return number;
}

/** The operand as text; null stays null. Throws RuleError. */
export function toText(value: Json | undefined, operator: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw new RuleError(`"${operator}" needs text, not ${describe(value)}`);
  return value;
}

/** Text that an operator made. Throws RuleLimitError when it is too long to be an answer. */
export function boundedText(text: string, operator: string): string {
  if (text.length > MOST_CHARACTERS)
    throw new RuleLimitError(`"${operator}" makes more than ${MOST_CHARACTERS} characters`);
  return text;
}

/** Names the kind of a value that does not belong there, without repeating the answer itself. */
export function describe(value: Json | undefined): string {
  if (value === null || value === undefined) return 'a missing value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'other text' : `a ${typeof value}`;
}
