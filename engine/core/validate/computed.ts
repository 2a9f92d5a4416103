import type { ResolvedAnswers } from '#core/evaluate/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { Report } from './report.ts';

/** What takes something out of the form, or leaves it empty, where it cannot be computed. */
const SILENT = new Set(['visibleWhen', 'derive']);

/**
 * A section in which something was cut because it takes too much does not pass: hidden by a condition that nobody
 * computed, it would.
 */
export function checkComputed({ category, values, errors }: ResolvedAnswers, report: Report): void {
  for (const { at, what, cut } of errors) {
    const [id = '', ...segments] = segmentsOf(at);
    const section = category.bySection[id];
    if (section === undefined || cut !== true || !SILENT.has(what)) continue;
    report.add({ section, value: values[id], segments, code: 'not-computed' });
  }
}
