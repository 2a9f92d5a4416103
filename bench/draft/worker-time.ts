import { readdirSync, readFileSync } from 'node:fs';

/**
 * Milliseconds for which the processor has worked on the web workers of a browser and of what it has started; 0 where the
 * system has no such table.
 */
export function workerTime(browser: number): number {
  const pids = numbersIn('/proc').filter((pid) => isBelow(pid, browser));
  const threads = pids.flatMap((pid) =>
    numbersIn(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`),
  );
  const workers = threads.filter((thread) => textOf(`${thread}/comm`).startsWith('DedicatedWorker'));
  return workers.reduce((sum, thread) => sum + Number(textOf(`${thread}/schedstat`).split(' ')[0]) / 1e6, 0);
}

function isBelow(pid: number, ancestor: number): boolean {
  if (pid === ancestor) return true;
  const parent = Number(/^PPid:\s*(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0);
  return parent > 1 && isBelow(parent, ancestor);
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    // It has just ended, or there is no such table.
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
