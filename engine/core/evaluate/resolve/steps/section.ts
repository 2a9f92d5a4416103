import type { CompiledSection, CompiledStep } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { hide } from '../../hidden.ts';
import { type Change, type Describe, given } from './step.ts';

/** Takes a hidden section out, with its files. */
export function hidingSection(step: CompiledStep, section: CompiledSection): Change {
  const { id } = section;
  const describe: Describe = () => ({ at: `/${id}`, what: 'visibleWhen' });
  return (value, resolved) => {
    if (truthy(given(step, resolved, describe))) return value;
    const { values, counts, hidden, data } = resolved;
    hide(hidden, section);
    delete values[id];
    delete counts.bySection[id];
    if (id === 'input') data.input = null;
    return undefined;
  };
}
