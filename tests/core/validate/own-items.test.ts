import { expect, it } from 'vitest';
import type { SectionDefinition } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationWith, edition, facts } from '../compile/tiny.ts';

const spots: SectionDefinition = {
  id: 'spots',
  title: 'Spots',
  kind: 'grid',
  columns: [{ id: 'spring', title: 'Spring' }],
  cells: { count: { type: 'integer' } },
  items: [{ id: 'park', title: 'Park', cell: 'count' }],
  own: { max: 2, title: 'Other places', cell: 'count' },
};

it('an item of one’s own is named under the title that the definition gives them', () => {
  const answers = { spots: { cells: {}, own: [{ id: 'a', title: '', unit: '', cells: { spring: 'x' } }] } };
  const places = validate(edition([spots]), applicationWith(answers), facts).map(({ place }) => place);
  expect(places).toEqual(['Spots Other places row 1 Title', 'Spots Other places row 1 Spring']);
});
