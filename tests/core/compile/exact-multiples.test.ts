import { describe, expect, it } from 'vitest';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { sumNamed } from '#core/form/index.ts';
import type { SectionDefinition } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationWith, edition, facts, tiny } from './tiny.ts';

const costs: SectionDefinition = {
  id: 'costs',
  title: 'Costs',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: 200,
    items: {
      type: 'object',
      properties: {
        amount: { type: 'number', title: 'Amount', multipleOf: 0.01 },
        total: { type: 'number', derive: { sum: { map: [{ var: 'section' }, { var: 'amount' }] } } },
      },
    },
  },
};

const rows = (amounts: number[]) => ({
  costs: amounts.map((amount, index) => ({ id: `r${index}`, amount })),
});

const interpreted = () => compileEdition(tiny([costs]), { validators: interpretedValidators() });

describe('a multiple of a cent', () => {
  const amounts = Array.from({ length: 100 }, (_, cents) => cents / 100);

  it('is every amount of whole cents, and no other, compiled or interpreted', () => {
    for (const one of [edition([costs]), interpreted()]) {
      expect(validate(one, applicationWith(rows(amounts)), facts)).toEqual([]);
      const [problem, ...others] = validate(one, applicationWith(rows([0.07, 0.075])), facts);
      expect(problem).toMatchObject({ path: '/costs/1/amount', code: 'multipleOf' });
      expect(problem?.message).toContain('0.01');
      expect(others).toEqual([]);
    }
  });
});

describe('the sum that a batch takes of a case', () => {
  it('is exact', () => {
    const { sections } = edition([costs]).categories.plain ?? { sections: [] };
    const answers = rows(Array.from({ length: 200 }, () => 0.07));
    expect(sumNamed(sections, answers, '/costs/amount')).toBe(14);
  });
});
