import type { CompiledStep } from '#core/model/index.ts';
import { hide } from '../../hidden.ts';
import { holds, type Site } from './step.ts';

/** Takes a hidden section out, with its files. */
export function showSection(step: CompiledStep, site: Site): void {
  if (holds(step, site, () => `/${step.section}`)) return;
  const { values, counts, hidden } = site.resolved;
  hide(hidden, site.section);
  delete values[step.section];
  delete counts.bySection[step.section];
}
