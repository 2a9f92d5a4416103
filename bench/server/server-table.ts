import { addRow } from '../rows.ts';
import type { Load } from './asked.ts';
import type { Took } from './timing.ts';

const WIDTH = 44;

/** A line for what many people ask at once: answers a second beside the peer's; the budget is the least of the ratio. */
export function loadLine(what: string, ours: Load, peer: Load, budget: number): string {
  const ratio = ours.perSecond / peer.perSecond;
  const holds = ratio >= budget;
  addRow({ work: what, ours: rate(ours), peer: rate(peer), ratio, goal: `at least ${budget}`, holds });
  const cells = [
    `${rate(ours)} (peer ${rate(peer)})`,
    `ratio ${ratio.toFixed(2)}, budget ${budget}, ${holds ? 'yes' : 'NO'}`,
    `p50 ${ms(ours.p50)}, p99 ${ms(ours.p99)}`,
    `processor ${ours.processor.toFixed(2)} ms (peer ${peer.processor.toFixed(2)})`,
    ...wrongOnes(ours, peer),
  ];
  return `${what.padEnd(WIDTH)} ${cells.join('; ')}\n`;
}

/** A line for one piece of work: what it takes as a multiple of the peer; `beside`: milliseconds that it may take besides. */
export function workLine(
  what: string,
  ours: Pick<Took, 'wall' | 'processor'>,
  peer: Pick<Took, 'wall' | 'processor'>,
  { budget, beside = 0 }: { budget: number; beside?: number },
): string {
  const ratio = (part: 'wall' | 'processor'): number => Math.max(0, ours[part] - beside) / peer[part];
  const goal = `${budget}${beside > 0 ? ` + ${beside} ms` : ''}`;
  const best = Math.min(ratio('wall'), ratio('processor'));
  const holds = best <= budget;
  addRow({ work: what, ours: ms(ours.wall), peer: ms(peer.wall), ratio: best, goal, holds });
  const cells = [
    `${ms(ours.wall)} (peer ${ms(peer.wall)})`,
    `ratio ${ratio('wall').toFixed(2)}, of processor time ${ratio('processor').toFixed(2)}, budget ${goal}, ${
      holds ? 'yes' : 'NO'
    }`,
    `processor ${ms(ours.processor)} (peer ${ms(peer.processor)})`,
  ];
  return `${what.padEnd(WIDTH)} ${cells.join('; ')}\n`;
}

/** A line for an open loop: the lateness of one answer in a hundred, in milliseconds, from the moment it was meant to be asked. */
export function lateLine(what: string, ours: Load, peer: Load, budget: number): string {
  const holds = ours.p99 < budget;
  const goal = `p99 < ${budget} ms`;
  addRow({ work: what, ours: ms(ours.p99), peer: ms(peer.p99), ratio: ours.p99 / peer.p99, goal, holds });
  const cells = [
    `p50 ${ms(ours.p50)}, p99 ${ms(ours.p99)} (peer ${ms(peer.p50)}, ${ms(peer.p99)}), budget ${goal}, ${holds ? 'yes' : 'NO'}`,
    `${rate(ours)} (peer ${rate(peer)})`,
    `processor ${ours.processor.toFixed(2)} ms (peer ${peer.processor.toFixed(2)})`,
    ...wrongOnes(ours, peer),
  ];
  return `${what.padEnd(WIDTH)} ${cells.join('; ')}\n`;
}

const wrongOnes = (ours: Load, peer: Load): string[] => [
  ...(ours.wrong + peer.wrong > 0 ? [`${ours.wrong} and ${peer.wrong} WRONG ANSWERS`] : []),
  ...(ours.unasked + peer.unasked > 0 ? [`${ours.unasked} and ${peer.unasked} never came to ask`] : []),
];

const rate = ({ perSecond }: Load): string => `${Math.round(perSecond)} /s`;
const ms = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
