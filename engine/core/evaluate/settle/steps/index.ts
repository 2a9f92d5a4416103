import type { CompiledStep } from '#core/model/index.ts';
import { sectionOf } from '../categories.ts';
import { atSection } from '../scope.ts';
import type { Settled } from '../settled.ts';
import { runFieldStep } from './field.ts';
import { runItemStep } from './item.ts';
import { showSection } from './section.ts';
import { showSlot } from './slot.ts';

/** Runs one step where its section is still there. */
export function runStep(step: CompiledStep, settled: Settled): void {
  const section = sectionOf(settled.category, step.section);
  const value = settled.values[step.section];
  if (value === undefined) return;
  const site = { section, value, data: atSection(settled, step.section), settled };
  if (step.item !== undefined) runItemStep(step, step.item, site);
  else if (step.slot !== undefined) showSlot(step, step.slot, site);
  else if (step.field !== undefined) runFieldStep(step, step.field, site);
  else showSection(step, site);
}
