import { jobs } from '#server/store/index.ts';
import { leasedUntil } from './hold.ts';
import type { Kinds, Shop } from './kind.ts';
import { type Report, runJob } from './run-job.ts';
import { scheduler } from './schedule.ts';

const ASK_EVERY = 2000;

type Options<S> = {
  services: S;
  kinds: Kinds<S>;
  /** How many jobs run beside one another. */
  atOnce: number;
  report: Report;
  /** How often the queue is looked at, in milliseconds. */
  askEvery?: number;
};

/** Carries out jobs until it is closed. */
type Worker = {
  /** Takes no more, has those that run put down or finished, and gives back what is not done. */
  close: () => Promise<void>;
};

/** Takes jobs that are due, a few at once, and puts those that come by themselves into the queue. */
export function openWorker<S extends Shop>({
  services,
  kinds,
  atOnce,
  report,
  askEvery = ASK_EVERY,
}: Options<S>): Worker {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  const schedule = scheduler(services, kinds);
  const names = Object.keys(kinds);

  /** False = nothing is due. */
  const takeOne = async (): Promise<boolean> => {
    const now = services.clock().toISOString();
    const job = await jobs.lease(services.db, names, now, leasedUntil(services));
    const kind = job && kinds[job.kind];
    if (!job || !kind) return false;
    const run: Promise<void> = runJob(services, kind, job, stop.signal, report)
      .catch((error: unknown) => report(error, job))
      .finally(() => {
        running.delete(run);
        look();
      });
    running.add(run);
    return true;
  };
  const fill = async (): Promise<void> => {
    await schedule();
    while (!stop.signal.aborted && running.size < atOnce && (await takeOne()));
  };
  const look = oneAtATime(stop.signal, fill, onceInARow(report));
  const timer = setInterval(look, askEvery);
  timer.unref();
  look();
  return {
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await look.idle();
      await Promise.all(running);
    },
  };
}

/** Runs `work` when called; a call while it runs has it run once more. */
function oneAtATime(stopped: AbortSignal, work: () => Promise<void>, ended: (error: unknown) => void) {
  let present: Promise<void> | null = null;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await work().then(() => ended(null), ended);
    } while (again && !stopped.aborted);
    present = null;
  };
  const call = (): void => {
    if (stopped.aborted) return;
    if (present) again = true;
    else present = run();
  };
  return Object.assign(call, { idle: async () => present });
}

/** A database that is away is reported once, and not every time that it is asked. */
function onceInARow(report: Report): (error: unknown) => void {
  let failing = false;
  return (error) => {
    if (error !== null && !failing) report(error);
    failing = error !== null;
  };
}
