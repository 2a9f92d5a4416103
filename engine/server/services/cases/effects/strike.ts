import { asList, asObject, isObject } from '#core/json/index.ts';
import type { Json, JsonObject, RowRef } from '#core/model/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { strikes } from '#server/store/index.ts';
import type { EffectHandler, EffectWork } from './effect.ts';

/** `strike`: rows named in the input stay where they are, but leave the sheets that their section names. */
export const strike: EffectHandler = async (work) => {
  const at = work.services.clock().toISOString();
  const caseId = work.loaded.record.id;
  const note = typeof work.input.note === 'string' ? work.input.note : '';
  const rows = rowsNamed(work);
  await strikes.add(
    work.tx,
    rows.map(({ section, row }) => ({ caseId, section, row, desk: work.by, note, at })),
  );
  const trail = { rows: rows.map((row) => numbered(work, row)) };
  return { trail, ...(note !== '' && { personal: { note } }) };
};

/** `unstrike`: the rows are back on every sheet. */
export const unstrike: EffectHandler = async (work) => {
  const rows = rowsNamed(work);
  await strikes.remove(work.tx, work.loaded.record.id, rows);
  return { trail: { rows: rows.map((row) => numbered(work, row)) } };
};

/** A row as people call it: by its number in the table as it stands. */
function numbered({ loaded }: EffectWork, { section, row }: RowRef): JsonObject {
  const rows = asList(loaded.sections[section]?.value);
  return { section, row, number: rows.findIndex((one) => asObject(one).id === row) + 1 };
}

/** `rows: [{section, row}]`, or one `section` and `row`; each must be a row that this case has and may strike. */
function rowsNamed(work: EffectWork): RowRef[] {
  const listed = Array.isArray(work.input.rows) ? work.input.rows : [work.input];
  const rows = listed.filter(isRowRef);
  if (rows.length === 0 || rows.length !== listed.length || !rows.every((row) => isThere(work, row))) {
    throw new Failure('invalid', 'unknown-rows');
  }
  return rows.map(({ section, row }) => ({ section, row }));
}

const isRowRef = (value: Json): value is JsonObject & RowRef =>
  isObject(value) && typeof value.section === 'string' && typeof value.row === 'string';

function isThere({ loaded }: EffectWork, { section, row }: RowRef): boolean {
  if (!loaded.category.bySection[section]?.definition.strike) return false;
  const rows = loaded.sections[section]?.value;
  return Array.isArray(rows) && rows.some((one) => isObject(one) && one.id === row);
}
