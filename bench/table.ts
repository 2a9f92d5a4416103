import type { Measured } from './measure.ts';

const widths = [44, 12, 12, 7, 8, 6];

/** The heads of the columns. */
export function head(): string {
  return row(['what', 'ours', 'peer', 'ratio', 'budget', 'within']);
}

/** A line against a peer; the budget is the most that the ratio may be. */
export function ratioLine(what: string, { ours, peer }: Measured, budget: number): string {
  const ratio = ours / peer;
  const times = [`${ours.toFixed(1)} us`, `${peer.toFixed(1)} us`];
  return row([what, ...times, ratio.toFixed(2), budget.toFixed(2), verdict(ratio <= budget)]);
}

/** A line of its own; the budget is the most milliseconds that it may take. */
export function timeLine(what: string, milliseconds: number, budget: number): string {
  const times = [`${milliseconds.toFixed(0)} ms`, '', '', `${budget} ms`];
  return row([what, ...times, verdict(milliseconds <= budget)]);
}

const verdict = (within: boolean): string => (within ? 'yes' : 'NO');

function row(cells: string[]): string {
  const [what = '', ...rest] = cells;
  return [
    what.padEnd(widths[0] ?? 0),
    ...rest.map((cell, index) => cell.padStart(widths[index + 1] ?? 0)),
  ].join(' ');
}
