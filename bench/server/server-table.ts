import type { Load } from './asked.ts';
import type { Took } from './timing.ts';

const WIDTH = 44;

/** A line for what many people ask at once: answers a second beside the peer's; the budget is the least of the ratio. */
export function loadLine(what: string, ours: Load, peer: Load, budget: number): string {
  const ratio = ours.perSecond / peer.perSecond;
  const cells = [
    `${rate(ours)} (peer ${rate(peer)})`,
    `ratio ${ratio.toFixed(2)}, budget ${budget}, ${ratio >= budget ? 'yes' : 'NO'}`,
    `p50 ${ms(ours.p50)}, p99 ${ms(ours.p99)}`,
    `processor ${ours.processor.toFixed(2)} ms (peer ${peer.processor.toFixed(2)})`,
    ...(ours.wrong + peer.wrong > 0 ? [`${ours.wrong} and ${peer.wrong} WRONG ANSWERS`] : []),
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
  const more = beside > 0 ? ` + ${beside} ms` : '';
  const cells = [
    `${ms(ours.wall)} (peer ${ms(peer.wall)})`,
    `ratio ${ratio('wall').toFixed(2)}, of processor time ${ratio('processor').toFixed(2)}, budget ${budget}${more}, ${
      Math.min(ratio('wall'), ratio('processor')) <= budget ? 'yes' : 'NO'
    }`,
    `processor ${ms(ours.processor)} (peer ${ms(peer.processor)})`,
  ];
  return `${what.padEnd(WIDTH)} ${cells.join('; ')}\n`;
}

const rate = ({ perSecond }: Load): string => `${Math.round(perSecond)} /s`;
const ms = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
