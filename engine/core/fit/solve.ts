import type { FitBounds, FitColumn } from './content.ts';
import { heightOf, type Measure, type Setting } from './measure.ts';

/** Sizes of letters and paddings go by quarters of a point. */
const STEP = 0.25;

/** What comes of a setting: the height of the highest column, in pixels, and whether a short word would be torn. */
type Outcome = { highest: number; isTorn: boolean };

/**
 * The largest letters with which every column is within the height and no short word is torn, and then the most space
 * between the lines; null where even the smallest are too large.
 */
export function largestSetting(bounds: FitBounds, outcome: (setting: Setting) => Outcome): Setting | null {
  const fits = (setting: Setting): boolean => {
    const { highest, isTorn } = outcome(setting);
    return highest <= bounds.height && !isTorn;
  };
  const [leastPadding, mostPadding] = bounds.rowPadding;
  const fontSize = lastThat(ladder(...bounds.fontSize), (size) =>
    fits({ fontSize: size, rowPadding: leastPadding }),
  );
  if (fontSize === undefined) return null;
  const rowPadding = lastThat(ladder(leastPadding, mostPadding), (padding) =>
    fits({ fontSize, rowPadding: padding }),
  );
  return { fontSize, rowPadding: rowPadding ?? leastPadding };
}

/** From the smallest to the largest, which is always among them. */
function ladder(from: number, to: number): number[] {
  const steps = Math.floor((to - from) / STEP);
  const rungs = Array.from({ length: steps + 1 }, (_, index) => from + index * STEP);
  return rungs.at(-1) === to ? rungs : [...rungs, to];
}

/** The last of rising values that holds, where all below one that holds do, too. */
function lastThat(values: readonly number[], holds: (value: number) => boolean): number | undefined {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}

/** How many empty rows a column has room for. */
export function spareRows(column: FitColumn, bounds: FitBounds, setting: Setting, measure: Measure): number {
  const row = heightOf(1, setting);
  return Math.max(Math.floor((bounds.height - measure.column(column, setting)) / row), 0);
}

/** So many rows over so many blocks, as evenly as whole rows go, the first getting one more; none more than its most. */
export function spread(rows: number, most: readonly number[]): number[] {
  const given = most.map(() => 0);
  let left = rows;
  while (left > 0) {
    const open = given.flatMap((count, index) => (count < (most[index] ?? 0) ? [index] : []));
    if (open.length === 0) return given;
    for (const index of open.slice(0, left)) given[index] = (given[index] ?? 0) + 1;
    left -= Math.min(open.length, left);
  }
  return given;
}
