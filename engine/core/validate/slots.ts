import {
  atNoRow,
  atRecord,
  eachRecord,
  isHidden,
  isSlotRequired,
  type Settled,
  segmentsOf,
  slotsOfRow,
} from '#core/evaluate/index.ts';
import type { CompiledSection, CompiledSlot, Json, RuleData } from '#core/model/index.ts';
import type { Report } from './report.ts';

/** Evidence: a required slot holds a file, and no slot more than it takes. Hidden slots ask for nothing. */
export function checkSlots(section: CompiledSection, settled: Settled, data: RuleData, report: Report): void {
  const id = section.id;
  const value = settled.values[id];
  for (const slot of section.plan.slots) {
    const count = settled.counts.bySection[id]?.[slot.id] ?? 0;
    if (isInOrder(slot, count)) continue;
    checkSlot(section, slot, count, [], null, settled, atNoRow(data), report);
  }
  for (const slot of section.plan.rowSlots) {
    eachRecord(section, value, (record, index) => {
      const count = slotsOfRow(settled.counts, id, record.id)[slot.id] ?? 0;
      if (isInOrder(slot, count)) return;
      atRecord(data, settled, id, record, index);
      checkSlot(section, slot, count, [String(index)], record.id, settled, data, report);
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
  settled: Settled,
  data: RuleData,
  report: Report,
): void {
  const { id, max } = slot;
  const { title, at, source } = slot.definition;
  if (isHidden(settled.hidden, slot, row)) return;
  const isMissing = count === 0 && isSlotRequired(section.id, slot, data, settled);
  if (!isMissing && count <= max) return;
  const code = isMissing ? 'evidence' : 'evidence-count';
  const segments = [...above, ...segmentsOf(at ?? '')];
  const value = settled.values[section.id];
  report.add({ section, value, segments, code, slot: id, title, params: { limit: max, count }, source });
}
