import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** What a piece of work took. */
export type Took = {
  /** Milliseconds until it was done. */
  wall: number;
  /** Milliseconds that the process worked: others on the machine do not add to it. */
  processor: number;
  /** The longest that nobody else had a turn, in milliseconds. */
  stall: number;
  /** The most that the thread worked in one turn of its event loop: others on the machine do not add to it. */
  turn: number;
  /** The most memory that it held, in MB. */
  memory: number;
};

/** Measures one piece of work. */
export async function timed(work: () => Promise<unknown>): Promise<Took> {
  await rest();
  const delay = monitorEventLoopDelay({ resolution: 2 });
  let memory = rss();
  const watching = setInterval(() => {
    memory = Math.max(memory, rss());
  }, 20);
  const turns = watchTurns();
  delay.enable();
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  const [wall, { user, system }] = [performance.now() - begun, process.cpuUsage(used)];
  delay.disable();
  clearInterval(watching);
  return { wall, processor: (user + system) / 1000, stall: delay.max / 1e6, turn: turns(), memory };
}

/** Gives the way to end, and then the longest turn in milliseconds of the thread's processor time. */
function watchTurns(): () => number {
  let [longest, before] = [0, threadTime()];
  const watching = setInterval(() => {
    const now = threadTime();
    longest = Math.max(longest, now - before);
    before = now;
  }, 1);
  return () => {
    clearInterval(watching);
    return longest;
  };
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The middle of several numbers. */
export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function rest(): Promise<void> {
  globalThis.gc?.();
  await pause(20);
}

const rss = (): number => process.memoryUsage.rss() / 2 ** 20;
