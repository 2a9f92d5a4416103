import { valueAt, without } from '#core/json/index.ts';
import type {
  CompiledField,
  CompiledList,
  CompiledSection,
  CompiledStep,
  Json,
  JsonObject,
} from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { hide, isFieldHidden } from '../../hidden.ts';
import { itemKey, itemSegments, mapItems } from '../../items.ts';
import { atSegments } from '../names.ts';
import type { ResolvedAnswers } from '../resolved.ts';
import { atItem } from '../scope.ts';
import { inRecords } from './records.ts';
import { type Change, type Describe, given, put } from './step.ts';

/** Hides or computes a field in each item of a list, in each record of its section. */
export function changingInList(
  step: CompiledStep,
  list: CompiledList,
  field: CompiledField,
  section: CompiledSection,
): Change {
  const change = (step.verb === 'show' ? hiding : deriving)(step, field);
  const what = step.verb === 'show' ? 'visibleWhen' : 'derive';
  return inRecords(section, (record, index, resolved) => {
    const changed = mapItems(record, list.segments, resolved.fresh, (item, at) => {
      atItem(resolved.data, item);
      const above = () => [...itemSegments(index, list.segments, at), ...field.segments];
      const describe: Describe = () => ({ at: atSegments(section.id, above()), what });
      return change(item, itemKey(index, at), resolved, describe);
    });
    atItem(resolved.data, null);
    return changed;
  });
}

/** What a step makes of an item. */
type ItemChange = (item: JsonObject, key: Json, on: ResolvedAnswers, describe: Describe) => JsonObject;

function hiding(step: CompiledStep, field: CompiledField): ItemChange {
  return (item, key, resolved, describe) => {
    if (truthy(given(step, resolved, describe, key))) return item;
    hide(resolved.hidden, field, key);
    return without(item, field.segments);
  };
}

function deriving(step: CompiledStep, field: CompiledField): ItemChange {
  return (item, key, resolved, describe) => {
    if (isFieldHidden(resolved.hidden, field, key)) return item;
    const value = given(step, resolved, describe, key);
    if (value === (valueAt(item, field.segments) ?? null)) return item;
    return put(item, field.segments, value, resolved);
  };
}
