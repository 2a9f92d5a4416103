import { describe, expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import type { Json, RuleDefinition } from '#core/model/index.ts';
import { openCase, validate } from '#core/validate/index.ts';
import { byId, loadEdition } from './edition.ts';

const { definition } = await loadEdition();

/** The edition as policy staff would publish it: every rule on, with figures. */
function switchedOn(thresholds: Record<string, Json>) {
  const changed = structuredClone(definition);
  const on = (rule: RuleDefinition) => Object.assign(rule, { enabled: true });
  for (const category of changed.categories) {
    category.rules?.forEach(on);
    for (const section of category.sections) section.rules?.forEach(on);
  }
  changed.edition.facts = { ...changed.edition.facts, ...thresholds };
  return compileEdition(changed, { validators: ajvValidators() });
}

function warnings(thresholds: Record<string, Json>, id = 'clinical-complete') {
  const edition = switchedOn(thresholds);
  const { application, facts } = openCase(edition, byId(definition.cases, id), definition.cases);
  return validate(edition, application, facts)
    .filter((problem) => problem.severity === 'warn')
    .map((problem) => problem.rule);
}

const LOW = {
  minWeeksDeputy: 40,
  minWeeksChief: 35,
  seniorityDoctor: 2,
  seniorityMaster: 4,
  seniorityBachelor: 5,
  seniorityCollege: 7,
  seniorityChief: 5,
  outpatients: 1,
  discharges: 1,
  operations: 1,
};

describe('a threshold that is switched on', () => {
  it('is quiet where it is reached', () => {
    expect(warnings(LOW)).toEqual([]);
  });

  it.each([
    ['min-weeks-deputy', { minWeeksDeputy: 50 }],
    ['seniority-deputy', { seniorityBachelor: 9, seniorityCollege: 9 }],
    ['min-outpatients', { outpatients: 10_000 }],
    ['min-discharges', { discharges: 10_000 }],
    ['min-operations', { operations: 10_000 }],
    ['publicity-days', { publicityDays: 30 }],
  ])('%s warns below its figure', (rule, figure) => {
    expect(warnings({ ...LOW, ...figure })).toEqual([rule]);
  });

  it('asks chief applicants for theirs', () => {
    expect(warnings({ ...LOW, minWeeksChief: 50, seniorityChief: 9 }, 'tcm-pharmacist-complete')).toEqual([
      'seniority-chief',
      'min-weeks-chief',
    ]);
  });
});
