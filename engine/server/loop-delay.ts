import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from './log.ts';

/** Milliseconds: whoever asks for anything waits as long as somebody else holds the event loop. */
const MOST = 50;
const RESOLUTION = 10;
const EVERY = 60_000;

/**
 * A line of the log each minute: how long, in milliseconds, nobody else had a turn of the event loop. It is a warning
 * where that was longer than it may be, and tells then that something in this process, or on this machine, holds up
 * everybody. Gives the way to stop, which writes the last line.
 */
export function watchLoop(log: Pick<Logger, 'debug' | 'warn'>, every = EVERY): () => void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  const report = (): void => {
    const [longest, p99, mean] = [delays.max, delays.percentile(99), delays.mean].map(beyond);
    delays.reset();
    const line = { loopDelay: { longest, p99, mean } };
    if (longest !== undefined && longest > MOST) log.warn(line, 'the event loop was held');
    else log.debug(line, 'delays of the event loop');
  };
  const timer = setInterval(report, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    report();
    delays.disable();
  };
}

/** Nanoseconds between two looks, as milliseconds beyond those that lie between them anyway. */
const beyond = (nanoseconds: number): number =>
  Number.isFinite(nanoseconds) ? Math.max(0, Math.round(nanoseconds / 1e6 - RESOLUTION)) : 0;
