import { Worker } from 'node:worker_threads';
import type { FileProblem } from './inspect.ts';

export type PdfFacts = { pages: number | null; problems: FileProblem[] };

const AT_ONCE = 2;
const TIME_LIMIT_MS = 10_000;
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Warm threads that read PDFs, one file at a time each. One that hangs or dies is thrown away with its file refused. */
export function openPdfWorkers(): { inspect(path: string): Promise<PdfFacts>; close(): Promise<void> } {
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function inspect(path: string): Promise<PdfFacts> {
    if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    const worker = idle.pop() ?? start(forget);
    try {
      const facts = await ask(worker, path);
      if (facts) idle.push(worker);
      else await worker.terminate();
      return facts ?? { pages: null, problems: ['too-complex'] };
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  /** A thread that dies while nobody asks it is never asked again. */
  function forget(worker: Worker): void {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  }

  return {
    inspect,
    async close() {
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
    },
  };
}

/** With an empty environment: whatever a PDF brings about in there finds no key. */
function start(died: (worker: Worker) => void): Worker {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: LIMITS,
    stdout: true,
    stderr: true,
  });
  worker.on('error', () => died(worker)).on('exit', () => died(worker));
  worker.unref();
  return worker;
}

/** Null when it took too long, or more memory than it may. */
function ask(worker: Worker, path: string): Promise<PdfFacts | null> {
  return new Promise((resolve) => {
    const died = () => finish(null);
    const finish = (facts: PdfFacts | null) => {
      clearTimeout(timer);
      worker.off('message', finish).off('error', died).off('exit', died);
      resolve(facts);
    };
    const timer = setTimeout(died, TIME_LIMIT_MS);
    worker.once('message', finish).once('error', died).once('exit', died);
    worker.postMessage(path);
  });
}
