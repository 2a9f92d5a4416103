import { mayWrite, type ResolvedAnswers } from '#core/evaluate/index.ts';
import { saysNone } from '#core/form/index.ts';
import { isObject } from '#core/json/index.ts';
import type { CompiledSection, Json, RowRef } from '#core/model/index.ts';
import type { ProblemWords } from './locales/index.ts';
import type { Report } from './report.ts';

/** Warns of struck rows that are still in the table. */
export function checkStrikes(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  strikes: RowRef[],
  report: Report,
): void {
  const value = resolved.values[section.id];
  if (section.kind !== 'table' || strikes.length === 0 || !Array.isArray(value)) return;
  const here = strikes.filter((strike) => strike.section === section.id);
  if (here.length === 0) return;
  const struck = new Set(here.map((strike) => strike.row));
  value.forEach((row, index) => {
    if (!isObject(row) || typeof row.id !== 'string' || !struck.has(row.id)) return;
    report.add({ section, value, segments: [String(index)], code: 'struck', severity: 'warn' });
  });
}

/**
 * A table without rows whose writer must say so: until the word stands there, nobody knows whether it was looked at.
 * What desks alone write is not asked of the applicant.
 */
export function checkNone(
  section: CompiledSection,
  stored: Json | undefined,
  report: Report,
  words: ProblemWords,
): void {
  const { none, words: shown } = section.shape;
  const written = Array.isArray(stored) && stored.length > 0;
  if (section.kind !== 'table' || none === undefined || written || saysNone(section, stored)) return;
  if (!mayWrite(section, '', 'applicant')) return;
  const message = section.definition.schema?.messages?.required ?? words.messages.none;
  report.add({
    section,
    value: stored,
    segments: [],
    code: 'required',
    params: { none: shown?.[none] ?? none },
    message,
  });
}

/** Two rows with one id: evidence would count for both. */
export function checkRowIds(section: CompiledSection, value: Json | undefined, report: Report): void {
  if (section.kind !== 'table' || !Array.isArray(value) || value.length < 2) return;
  const known = new Set<Json | undefined>();
  value.forEach((row, index) => {
    const id = isObject(row) ? row.id : undefined;
    if (id !== undefined && known.has(id))
      report.add({ section, value, segments: [String(index)], code: 'uniqueItems' });
    known.add(id);
  });
}
