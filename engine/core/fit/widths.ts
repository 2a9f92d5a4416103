import type { FitDefinition } from '#core/model/index.ts';

/** Where some width is open, widths are parts of a hundred. */
export const WHOLE = 100;
/** What a table gets at a time: finer steps cost a layout each, and show nothing. */
const STEP = 2;

type Room = { least: number; most: number };

/** How wide each table may be, in parts. */
export const roomsOf = ({ columns }: FitDefinition): Room[] =>
  columns.map((one) =>
    typeof one === 'number' ? { least: one, most: one } : { least: one[0], most: one[1] },
  );

/**
 * Shares the width out among the tables: each has its least, and whichever is the highest gets a part more, again and
 * again. As no table grows by getting wider, nothing makes the highest one lower than that. `height`: of a table in a
 * width; without end where it is too narrow for its words.
 */
export function sharedOut(rooms: readonly Room[], height: (index: number, part: number) => number): number[] {
  const parts = rooms.map(({ least }) => least);
  if (!rooms.some(isOpen)) return parts;
  const heights = parts.map((part, index) => height(index, part));
  for (let left = WHOLE - sumOf(parts); left > 0; ) {
    const index = highestOf(heights, (at) => (parts[at] ?? 0) < (rooms[at]?.most ?? 0));
    if (index === undefined) return parts;
    const [part, most] = [parts[index] ?? 0, rooms[index]?.most ?? 0];
    const step = Math.min(STEP, left, most - part);
    parts[index] = part + step;
    heights[index] = height(index, part + step);
    left -= step;
  }
  return parts;
}

const isOpen = ({ least, most }: Room): boolean => least < most;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** The first of the highest that may become wider. */
function highestOf(heights: readonly number[], mayGrow: (index: number) => boolean): number | undefined {
  const open = heights.flatMap((_, index) => (mayGrow(index) ? [index] : []));
  const most = Math.max(...open.map((index) => heights[index] ?? 0));
  return open.find((index) => heights[index] === most);
}
