import { valueAt, without } from '#core/json/index.ts';
import type { CompiledField, CompiledList, CompiledStep, Json, JsonObject } from '#core/model/index.ts';
import { hide, isFieldHidden } from '../../hidden.ts';
import { itemKey, itemSegments, mapItems } from '../../items.ts';
import { mapRecords } from '../../records.ts';
import { atSegments } from '../names.ts';
import { atItem, atRecord } from '../scope.ts';
import { derived, holds, put, type Site } from './step.ts';

/** Hides or computes a field in each item of a list, in each record of its section. */
export function runListStep(step: CompiledStep, list: CompiledList, field: CompiledField, site: Site): void {
  const { section, value, data, resolved } = site;
  const change = step.verb === 'show' ? hideInItem : deriveInItem;
  resolved.values[step.section] = mapRecords(section, value, (record, index) => {
    atRecord(data, resolved, step.section, record, index);
    return mapItems(record, list.segments, resolved.fresh, (item, at) => {
      atItem(data, item);
      const where = () =>
        atSegments(step.section, [...itemSegments(index, list.segments, at), ...field.segments]);
      return change(step, field, item, { ...site, key: itemKey(index, at), where });
    });
  });
  atItem(data, null);
}

type ItemSite = Site & { key: Json; where: () => string };
type Change = (step: CompiledStep, field: CompiledField, item: JsonObject, site: ItemSite) => JsonObject;

const hideInItem: Change = (step, field, item, site) => {
  if (holds(step, site, site.where)) return item;
  hide(site.resolved.hidden, field, site.key);
  return without(item, field.segments);
};

const deriveInItem: Change = (step, field, item, site) => {
  if (isFieldHidden(site.resolved.hidden, field, site.key)) return item;
  const value = derived(step, site, site.where);
  if (value === (valueAt(item, field.segments) ?? null)) return item;
  return put(item, field.segments, value, site.resolved);
};
