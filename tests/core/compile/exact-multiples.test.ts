import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileEdition } from '#core/compile/index.ts';
import { moduleValidators, requireRuntime } from '#core/compile/module.ts';
import { standaloneModule } from '#core/compile/standalone.ts';
import { sumNamed } from '#core/form/index.ts';
import type { CompiledEdition, SectionDefinition } from '#core/model/index.ts';
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

async function written(): Promise<CompiledEdition> {
  const path = join(mkdtempSync(join(tmpdir(), 'multiples-')), 'validators.mjs');
  writeFileSync(path, standaloneModule(tiny([costs])));
  const pairs = (await import(pathToFileURL(path).href)).default(requireRuntime);
  return compileEdition(tiny([costs]), { validators: moduleValidators(pairs) });
}

describe('a multiple of a cent', () => {
  const amounts = Array.from({ length: 100 }, (_, cents) => cents / 100);

  it('is every amount of whole cents, and no other, by Ajv and by a written module', async () => {
    for (const one of [edition([costs]), await written()]) {
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
