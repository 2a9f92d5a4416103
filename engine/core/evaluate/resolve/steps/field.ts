import { valueAt, without } from '#core/json/index.ts';
import type { CompiledField, CompiledStep, JsonObject } from '#core/model/index.ts';
import { hide, isFieldHidden } from '../../hidden.ts';
import { mapRecords } from '../../records.ts';
import { fieldPointer } from '../names.ts';
import { atRecord } from '../scope.ts';
import { derived, holds, put, type Site } from './step.ts';

/** Hides or computes a field, in each record of its section. */
export function runFieldStep(step: CompiledStep, field: CompiledField, site: Site): void {
  const { section, value, data, resolved } = site;
  const change = step.verb === 'show' ? hideField : deriveField;
  resolved.values[step.section] = mapRecords(section, value, (record, index) => {
    atRecord(data, resolved, step.section, record, index);
    return change(step, field, record, index, site);
  });
}

type Change = (
  step: CompiledStep,
  field: CompiledField,
  record: JsonObject,
  index: number | null,
  site: Site,
) => JsonObject;

const hideField: Change = (step, field, record, index, site) => {
  if (holds(step, site, () => fieldPointer(step.section, index, field))) return record;
  hide(site.resolved.hidden, field, index);
  return without(record, field.segments);
};

const deriveField: Change = (step, field, record, index, site) => {
  if (isFieldHidden(site.resolved.hidden, field, index)) return record;
  const value = derived(step, site, () => fieldPointer(step.section, index, field));
  if (value === (valueAt(record, field.segments) ?? null)) return record;
  return put(record, field.segments, value, site.resolved);
};
