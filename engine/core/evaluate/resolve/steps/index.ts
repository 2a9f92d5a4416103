import { sectionOf } from '#core/compile/index.ts';
import type { CompiledStep } from '#core/model/index.ts';
import type { ResolvedAnswers } from '../resolved.ts';
import { atSection } from '../scope.ts';
import { runFieldStep } from './field.ts';
import { runItemStep } from './item.ts';
import { runListStep } from './list.ts';
import { showSection } from './section.ts';
import { showSlot } from './slot.ts';

/** Runs one step where its section is still there. */
export function runStep(step: CompiledStep, resolved: ResolvedAnswers): void {
  const section = sectionOf(resolved.category, step.section);
  const value = resolved.values[step.section];
  if (value === undefined) return;
  const site = { section, value, data: atSection(resolved, step.section), resolved };
  if (step.item !== undefined) runItemStep(step, step.item, site);
  else if (step.slot !== undefined) showSlot(step, step.slot, site);
  else if (step.field !== undefined && step.list !== undefined)
    runListStep(step, step.list, step.field, site);
  else if (step.field !== undefined) runFieldStep(step, step.field, site);
  else showSection(step, site);
}
