import { sectionOf } from '#core/compile/index.ts';
import type { CompiledCategory, CompiledSection, CompiledStep, Json } from '#core/model/index.ts';
import type { ResolvedAnswers } from '../resolved.ts';
import { atSection } from '../scope.ts';
import { changingField } from './field.ts';
import { changingItem } from './item.ts';
import { changingInList } from './list.ts';
import { hidingSection } from './section.ts';
import { hidingSlot } from './slot.ts';
import type { Change } from './step.ts';

type Run = (resolved: ResolvedAnswers) => void;

const RUNS = new WeakMap<readonly CompiledStep[], Run[]>();

/** Runs steps, one after the other. They are composed to closures when they are first run. */
export function runAll(
  category: CompiledCategory,
  steps: readonly CompiledStep[],
  on: ResolvedAnswers,
): void {
  const runs = RUNS.get(steps) ?? inSections(steps).map((of) => composed(category, of));
  RUNS.set(steps, runs);
  for (const run of runs) run(on);
}

/** Steps in their order; those of one section that follow one another together. */
function inSections(steps: readonly CompiledStep[]): CompiledStep[][] {
  const groups: CompiledStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.[0]?.section === step.section) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** Steps of one section, as long as it is there. */
function composed(category: CompiledCategory, steps: CompiledStep[]): Run {
  const section = sectionOf(category, steps[0]?.section ?? '');
  const changes = steps.map((step) => changing(step, section));
  return (resolved) => {
    const { values } = resolved;
    let value = values[section.id];
    if (value === undefined) return;
    atSection(resolved, section.id);
    for (const change of changes) {
      const next = change(value, resolved);
      if (next === undefined) return;
      if (next !== value) replace(resolved, section, next);
      value = next;
    }
  };
}

/** Puts another value in the section's place, also for the steps that follow. */
function replace({ values, data }: ResolvedAnswers, { id }: CompiledSection, value: Json): void {
  values[id] = value;
  data.section = value;
  if (id === 'input') data.input = value;
}

function changing(step: CompiledStep, section: CompiledSection): Change {
  if (step.item !== undefined) return changingItem(step, step.item, section);
  if (step.slot !== undefined) return hidingSlot(step, step.slot, section);
  if (step.field === undefined) return hidingSection(step, section);
  if (step.list !== undefined) return changingInList(step, step.list, step.field, section);
  return changingField(step, step.field, section);
}
