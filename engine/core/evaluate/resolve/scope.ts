import type { JsonObject, RuleData } from '#core/model/index.ts';
import { slotsOfRow } from '../file-counts.ts';
import type { ResolvedAnswers } from './resolved.ts';

/** Points what rules read at a section, and at none of its rows. */
export function atSection({ data, values }: ResolvedAnswers, section: string): RuleData {
  data.section = values[section] ?? null;
  return atNoRow(atNoColumn(data));
}

/** Points what rules read at the whole form again. */
export function atNoSection({ data }: ResolvedAnswers): RuleData {
  data.section = null;
  return atNoRow(atNoColumn(data));
}

const noCells: JsonObject = Object.freeze({});
const noSlots: RuleData['slots'] = Object.freeze({});

/** Points the data at no column of a grid again. */
export function atNoColumn(data: RuleData): RuleData {
  data.column = null;
  data.cells = noCells;
  return data;
}

/** Points the data at no row again. */
export function atNoRow(data: RuleData): RuleData {
  data.row = null;
  data.item = null;
  data.index = null;
  data.slots = noSlots;
  return data;
}

/** Points the data at a row; a form's own record is its section and no row. */
export function atRecord(
  data: RuleData,
  resolved: ResolvedAnswers,
  section: string,
  record: JsonObject,
  index: number | null,
): void {
  data.item = null;
  if (index === null) return;
  data.row = record;
  data.index = index;
  data.slots = slotsOfRow(resolved.counts, section, record.id);
}

/** Points the data at an item of a list in its record, or at none. */
export function atItem(data: RuleData, item: JsonObject | null): void {
  data.item = item;
}
