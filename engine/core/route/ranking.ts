import type { Json } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';

/** A case that waits, with what its order, and the sum that is used up, read of it. */
export type RankedCase = { id: string; values: Json[]; amount: Json; handedIn: string };

/** How far a batch goes down the list: so many cases, or until a sum is used up. */
export type RankLine = { count: Json } | { upTo: Json };

/** Why the line cannot be drawn: what is equal in everything lies on both sides, or a number is missing. */
type RankRefusal = 'tie' | 'no-amount' | 'no-line';

/** The list in its order; the first `taken` are taken. `tied` says that only the time of handing in puts it there. */
export type Ranking<C extends RankedCase> = {
  rows: { row: C; tied: boolean }[];
  taken: number;
  sum: { used: number; upTo: number; left: number } | null;
  refusal: RankRefusal | null;
};

/**
 * Puts cases in order and draws the line. Order: by each value in turn, what is missing last; what is equal in all of
 * them by the time of handing in. A sum goes down the list until the first that does not fit: nobody further down is
 * taken in its place.
 */
export function rank<C extends RankedCase>(cases: C[], descending: boolean[], line: RankLine): Ranking<C> {
  const sorted = [...cases].sort((a, b) => byValues(a, b, descending) || byTime(a, b) || byId(a, b));
  const isTied = (a: C | undefined, b: C | undefined): boolean =>
    a !== undefined && b !== undefined && byValues(a, b, descending) === 0;
  const rows = sorted.map((row, index) => ({
    row,
    tied: isTied(sorted[index - 1], row) || isTied(row, sorted[index + 1]),
  }));
  const drawn = 'count' in line ? countedLine(sorted, line.count) : summedLine(sorted, line.upTo);
  const [above, below] = [sorted[drawn.taken - 1], sorted[drawn.taken]];
  const splits = isTied(above, below) && above?.handedIn === below?.handedIn;
  return { ...drawn, rows, refusal: drawn.refusal ?? (splits ? 'tie' : null) };
}

type Drawn = Omit<Ranking<RankedCase>, 'rows'>;

function countedLine(sorted: RankedCase[], count: Json): Drawn {
  if (!isNumber(count)) return { taken: 0, sum: null, refusal: 'no-line' };
  const whole = Math.max(0, Math.floor(count));
  return { taken: Math.min(whole, sorted.length), sum: null, refusal: null };
}

function summedLine(sorted: RankedCase[], upTo: Json): Drawn {
  if (!isNumber(upTo)) return { taken: 0, sum: null, refusal: 'no-line' };
  let [used, taken] = [0, 0];
  for (const { amount } of sorted) {
    if (!isNumber(amount)) return { taken, sum: sumOf(used, upTo), refusal: 'no-amount' };
    const next = reckon('sum', used, amount);
    if (next > upTo) break;
    [used, taken] = [next, taken + 1];
  }
  return { taken, sum: sumOf(used, upTo), refusal: null };
}

const sumOf = (used: number, upTo: number) => ({ used, upTo, left: reckon('-', upTo, used) });

const isNumber = (value: Json): value is number => typeof value === 'number' && Number.isFinite(value);

const CONTEXT = { timeZone: 'UTC', codes: {}, spend: () => {} };

/** As the rules reckon, so that a sum here is the sum there. */
function reckon(name: 'sum' | '-', a: number, b: number): number {
  const operator = operators.get(name);
  if (!operator || operator.lazy) throw new Error(`The operator <${name}> computes nothing.`);
  return Number(operator.apply([a, b], CONTEXT));
}

function byValues(a: RankedCase, b: RankedCase, descending: boolean[]): number {
  for (const [index, isDescending] of descending.entries()) {
    const difference = compare(a.values[index] ?? null, b.values[index] ?? null, isDescending);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Numbers before texts, and both before what is missing, whichever way the order runs. */
function compare(a: Json, b: Json, isDescending: boolean): number {
  const kinds = kindOf(a) - kindOf(b);
  if (kinds !== 0) return kinds;
  if (kindOf(a) === MISSING) return 0;
  const [left, right] = isDescending ? [b, a] : [a, b];
  return lies(left as number | string, right as number | string);
}

const MISSING = 2;

function kindOf(value: Json): number {
  if (isNumber(value)) return 0;
  return typeof value === 'string' && value !== '' ? 1 : MISSING;
}

const lies = <V extends number | string>(a: V, b: V): number => (a < b ? -1 : a > b ? 1 : 0);

const byTime = (a: RankedCase, b: RankedCase): number => lies(a.handedIn, b.handedIn);

const byId = (a: RankedCase, b: RankedCase): number => lies(a.id, b.id);
