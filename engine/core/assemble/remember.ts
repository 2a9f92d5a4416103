import type { Memory } from '#core/memory/index.ts';
import type { Report } from './report.ts';

/** Does a piece of assembling once for the same inputs; what it has reported is reported again. */
export function remembered<T>(
  memory: Memory,
  report: Report,
  [owner, what, inputs]: [owner: object, what: string, inputs: readonly unknown[]],
  work: (report: Report) => T,
): T {
  const { value, reports } = memory.once(owner, what, inputs, () => {
    const reports: Parameters<Report>[] = [];
    return { value: work((...one) => void reports.push(one)), reports };
  });
  for (const one of reports) report(...one);
  return value;
}
