import { isObject } from '#core/json/index.ts';
import type { CompiledSection, Json, JsonObject } from '#core/model/index.ts';
import type { ResolvedAnswers } from '../resolved.ts';
import { atNoRow, atRecord } from '../scope.ts';
import type { Change } from './step.ts';

/** What a step makes of a record: the form's one (index null) or a row. */
export type RecordChange = (record: JsonObject, index: number | null, on: ResolvedAnswers) => JsonObject;

/** Changes each record of a section; the value stays the same where no record changes. */
export function inRecords(section: CompiledSection, change: RecordChange): Change {
  if (section.kind === 'form')
    return (value, resolved) => (isObject(value) ? change(value, null, resolved) : value);
  if (section.kind !== 'table') return (value) => value;
  return (value, resolved) => {
    if (!Array.isArray(value)) return value;
    const rows = value.map((row, index) => inRow(section, change, row, index, resolved));
    atNoRow(resolved.data);
    return rows.some((row, index) => row !== value[index]) ? rows : value;
  };
}

function inRow(
  { id }: CompiledSection,
  change: RecordChange,
  row: Json,
  index: number,
  resolved: ResolvedAnswers,
): Json {
  if (!isObject(row)) return row;
  atRecord(resolved.data, resolved, id, row, index);
  return change(row, index, resolved);
}
