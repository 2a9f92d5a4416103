/** A record as a desk reads it: answers as they are written, a number with what its field has beside it. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SectionDefinition } from '#core/model/index.ts';
import { ReadForm } from '#renderer/desks/review/reading/ReadForm.tsx';
import { useOpenCase } from '#renderer/form/index.ts';
import { openForm } from '../support/open.tsx';

const act: SectionDefinition = {
  id: 'act',
  title: 'Act',
  kind: 'form',
  schema: {
    type: 'object',
    properties: { power: { type: 'integer', title: 'Power' }, area: { type: 'integer', title: 'Area' } },
  },
  ui: { '/power': { suffix: 'watts' }, '/area': { suffix: 'm²' } },
};

function Read({ value }: { value: { power: number } }) {
  const { store } = useOpenCase();
  const section = store.category.bySection.act;
  return section ? <ReadForm section={section} value={value} /> : null;
}

it('a number stands with its unit, what is not answered without one', () => {
  const answers = { power: 40 };
  openForm(act, <Read value={answers} />, { act: answers });
  expect(screen.getByText('40 watts')).toBeTruthy();
  expect(screen.queryByText(/m²/)).toBeNull();
});
