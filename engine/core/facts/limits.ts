import { isObject, type Json, productOf } from '#core/json/index.ts';

/** What a limit takes. */
type LimitType = 'number' | 'integer' | 'date';

/** A limit that names a fact in place of a number: `{ "fact": "rows" }`, `{ "fact": "years", "times": -1 }`. */
export type FactLimit = { id: string; times: number };

/** The keywords that may name a fact, with what they take. */
const LIMITS: ReadonlyMap<string, LimitType> = new Map([
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const).map(
    (keyword): [string, LimitType] => [keyword, 'number'],
  ),
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'max', 'most', 'from', 'to', 'pages'].map(
    (keyword): [string, LimitType] => [keyword, 'integer'],
  ),
  ...['fileBytes', 'applicationBytes', 'returnedDays', 'years'].map((keyword): [string, LimitType] => [
    keyword,
    'integer',
  ]),
  ...['validFrom', 'validTo'].map((keyword): [string, LimitType] => [keyword, 'date']),
]);

/** What stands for a limit that no fact gives, where the language wants one. */
const STOPGAPS: Readonly<Record<string, number>> = {
  ...{ maxItems: 200, max: 1, from: 0, to: 0, fileBytes: 10_485_760, applicationBytes: 125_829_120 },
};
/** Keywords that mean nothing without a number. */
const WANTED: ReadonlySet<string> = new Set(['max', 'from', 'to']);

/** The fact that a limit names; undefined for anything else. */
export function factLimit(keyword: string, value: Json): FactLimit | undefined {
  if (!LIMITS.has(keyword) || !isObject(value) || typeof value.fact !== 'string') return undefined;
  const { fact, times = 1 } = value;
  return typeof times === 'number' ? { id: fact, times } : undefined;
}

/**
 * The limit that a fact's value gives: null is not in force, and what does not fit is left out. Where the language wants
 * a limit all the same, the largest that the server takes stands there.
 */
export function limitOf(keyword: string, limit: FactLimit, value: Json | undefined): Json | undefined {
  const found = value === undefined ? null : counted(limit, value);
  return fitsLimit(keyword, found) ? found : STOPGAPS[keyword];
}

/** Whether a fact's value gives a limit of this keyword; null gives none where the keyword may be left out. */
export function isLimit(keyword: string, limit: FactLimit, value: Json): boolean {
  if (value === null) return !WANTED.has(keyword);
  return fitsLimit(keyword, counted(limit, value));
}

const counted = ({ times }: FactLimit, value: Json): Json =>
  typeof value === 'number' ? productOf([value, times]) : value;

function fitsLimit(keyword: string, value: Json): boolean {
  const type = LIMITS.get(keyword);
  if (type === 'date') return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === 'number';
}
