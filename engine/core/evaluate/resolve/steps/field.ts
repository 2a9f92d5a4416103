import { valueAt, without } from '#core/json/index.ts';
import type { CompiledField, CompiledSection, CompiledStep } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { hide, isFieldHidden } from '../../hidden.ts';
import { fieldPointer } from '../names.ts';
import { inRecords, type RecordChange } from './records.ts';
import { type Change, type Describe, given, put } from './step.ts';

/** Hides or computes a field, in each record of its section. */
export function changingField(step: CompiledStep, field: CompiledField, section: CompiledSection): Change {
  const isShown = step.verb === 'show';
  const what = isShown ? 'visibleWhen' : 'derive';
  const describe: Describe = ({ index }) => ({ at: fieldPointer(section.id, index, field), what });
  return inRecords(section, (isShown ? hiding : deriving)(step, field, describe));
}

function hiding(step: CompiledStep, field: CompiledField, describe: Describe): RecordChange {
  const { segments } = field;
  return (record, index, resolved) => {
    if (truthy(given(step, resolved, describe))) return record;
    hide(resolved.hidden, field, index);
    return without(record, segments);
  };
}

function deriving(step: CompiledStep, field: CompiledField, describe: Describe): RecordChange {
  const { segments } = field;
  return (record, index, resolved) => {
    if (isFieldHidden(resolved.hidden, field, index)) return record;
    const value = given(step, resolved, describe);
    if (value === (valueAt(record, segments) ?? null)) return record;
    return put(record, segments, value, resolved);
  };
}
