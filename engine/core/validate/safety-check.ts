import { isHidden, type ResolvedAnswers, writerOf } from '#core/evaluate/index.ts';
import { asList, asObject, segmentsOf } from '#core/json/index.ts';
import type {
  Application,
  CompiledEdition,
  CompiledSection,
  CompiledSlot,
  FileRef,
} from '#core/model/index.ts';
import type { Report } from './report.ts';

const STATES = ['held', 'infected'] as const;

/**
 * Nothing is handed in with a file that still waits for the safety check, nor where one was found infected and nobody
 * has done anything about it since. Hidden slots are not looked at.
 */
export function checkSafety(
  edition: CompiledEdition,
  section: CompiledSection,
  resolved: ResolvedAnswers,
  { files }: Application,
  report: Report,
): void {
  const found = files.filter((file) => file.state !== undefined && file.section === section.id);
  if (found.length === 0) return;
  const { separator } = writerOf(edition).words;
  for (const slot of section.slots) {
    const here = found.filter((file) => file.slot === slot.id && !isHidden(resolved.hidden, slot, file.row));
    for (const row of new Set(here.map((file) => file.row))) {
      const above = rowPath(section, resolved, row);
      const inRow = here.filter((file) => file.row === row);
      if (above) reportStates(section, slot, resolved, inRow, above, separator, report);
    }
  }
}

/** The keys that lead to the row; undefined where there is none any more. */
function rowPath(section: CompiledSection, resolved: ResolvedAnswers, row?: string): string[] | undefined {
  if (row === undefined) return [];
  const index = asList(resolved.values[section.id]).findIndex((one) => asObject(one).id === row);
  return index < 0 ? undefined : [String(index)];
}

function reportStates(
  section: CompiledSection,
  { definition: { id, title, at, source } }: CompiledSlot,
  resolved: ResolvedAnswers,
  files: FileRef[],
  above: string[],
  separator: string,
  report: Report,
): void {
  const segments = [...above, ...segmentsOf(at ?? '')];
  const value = resolved.values[section.id];
  for (const code of STATES) {
    const names = files.filter(({ state }) => state === code).map(({ name }) => name);
    const params = { files: names.join(separator) };
    if (names.length > 0) report.add({ section, value, segments, code, slot: id, title, params, source });
  }
}
