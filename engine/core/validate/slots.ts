import {
  atNoRow,
  atRecord,
  eachRecord,
  isHidden,
  isSlotRequired,
  type ResolvedAnswers,
  slotsOfRow,
} from '#core/evaluate/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { CompiledSection, CompiledSlot, Json, RuleData } from '#core/model/index.ts';
import type { Report } from './report.ts';

/** Evidence: a required slot has a file, and no slot has more than it takes. Hidden slots are ignored. */
export function checkSlots(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  data: RuleData,
  report: Report,
): void {
  const id = section.id;
  const value = resolved.values[id];
  const counts = resolved.counts.bySection[id];
  for (const slot of section.plan.slots) {
    const count = counts?.[slot.id] ?? 0;
    if (isInOrder(slot, count)) continue;
    checkSlot(section, slot, count, [], null, resolved, atNoRow(data), report);
  }
  for (const slot of section.plan.rowSlots) {
    eachRecord(section, value, (record, index) => {
      const count = slotsOfRow(resolved.counts, id, record.id)[slot.id] ?? 0;
      if (isInOrder(slot, count)) return;
      atRecord(data, resolved, id, record, index);
      checkSlot(section, slot, count, [String(index)], record.id, resolved, data, report);
    });
  }
}

/** Holds what it takes, or nothing where nothing is ever asked for. */
function isInOrder({ max, required }: CompiledSlot, count: number): boolean {
  return count === 0 ? required === undefined : count <= max;
}

function checkSlot(
  section: CompiledSection,
  slot: CompiledSlot,
  count: number,
  above: string[],
  row: Json | undefined,
  resolved: ResolvedAnswers,
  data: RuleData,
  report: Report,
): void {
  const { id, max } = slot;
  const { title, at, source } = slot.definition;
  if (isHidden(resolved.hidden, slot, row)) return;
  const isMissing = count === 0 && isSlotRequired(section.id, slot, data, resolved);
  if (!isMissing && count <= max) return;
  const code = isMissing ? 'evidence' : 'evidence-count';
  const segments = [...above, ...segmentsOf(at ?? '')];
  const value = resolved.values[section.id];
  report.add({ section, value, segments, code, slot: id, title, params: { limit: max, count }, source });
}
