import { describe, expect, it } from 'vitest';
import { applicantTitles } from '#core/form/index.ts';
import type { Definition } from '#core/model/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { GARDEN, HEALTH } from '../../route/programmes.ts';

const garden = await definitionOf(GARDEN);
const health = await definitionOf(HEALTH);

async function definitionOf(folder: string): Promise<Definition> {
  const [loaded] = await loadProgramme(folder);
  if (!loaded) throw new Error(`${folder} holds no edition`);
  return loaded.definition;
}
const formsOf = (definition: Definition, ...ids: string[]) =>
  definition.categories.filter(({ id }) => ids.includes(id));

describe('what applicants are called', () => {
  it('is the role that registrations of such people give', () => {
    expect(applicantTitles(garden, formsOf(garden, 'plot'))).toEqual(['Gardener']);
    expect(applicantTitles(health, formsOf(health, 'clinical'))).toEqual(['申报人员']);
  });

  it('is the role of its staff where an organisation files', () => {
    expect(applicantTitles(garden, formsOf(garden, 'commons'))).toEqual(['Secretary']);
    expect(applicantTitles(garden, formsOf(garden, 'plot', 'commons'))).toEqual(['Gardener', 'Secretary']);
  });

  it('is the role that a registration gives itself', () => {
    expect(applicantTitles(garden, formsOf(garden, 'gardener'))).toEqual(['Gardener']);
  });

  it('is every role that may apply where nobody registers', () => {
    const categories = garden.categories.filter(({ account }) => !account);
    expect(applicantTitles({ ...garden, categories }, formsOf(garden, 'plot'))).toEqual([
      'Gardener',
      'Secretary',
    ]);
  });
});
