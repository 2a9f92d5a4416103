import type { Measured } from './measure.ts';
import { addRow } from './rows.ts';

const widths = [44, 12, 12, 7, 8, 6];

/** The heads of the columns. */
export function head(): string {
  return row(['what', 'ours', 'peer', 'ratio', 'budget', 'within']);
}

/** A line against a peer, which goes into the table of all; the budget is the most that the ratio may be. */
export function ratioLine(what: string, { ours, peer }: Measured, budget: number): string {
  const ratio = ours / peer;
  const [own, others] = [`${ours.toFixed(1)} us`, `${peer.toFixed(1)} us`];
  addRow({ work: what.trim(), ours: own, peer: others, ratio, goal: `${budget}`, holds: ratio <= budget });
  return row([what, own, others, ratio.toFixed(2), budget.toFixed(2), verdict(ratio <= budget)]);
}

/** A line of its own, which goes into the table of all; the budget is the most milliseconds that it may take. */
export function timeLine(what: string, milliseconds: number, budget: number): string {
  const [ours, goal] = [`${milliseconds.toFixed(0)} ms`, `${budget} ms`];
  addRow({ work: what, ours, goal, holds: milliseconds <= budget });
  return row([what, ours, '', '', goal, verdict(milliseconds <= budget)]);
}

const verdict = (within: boolean): string => (within ? 'yes' : 'NO');

function row(cells: string[]): string {
  const [what = '', ...rest] = cells;
  return [
    what.padEnd(widths[0] ?? 0),
    ...rest.map((cell, index) => cell.padStart(widths[index + 1] ?? 0)),
  ].join(' ');
}
