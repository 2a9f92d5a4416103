import { expect, test } from 'vitest';
import type { CaseDefinition, LoadedEdition, SectionDefinition } from '#core/model/index.ts';
import { caseEntries } from '../../admin-ui/draft/model/cases.ts';
import { tiny } from '../core/compile/tiny.ts';

const cover: SectionDefinition = {
  id: 'cover',
  title: 'Cover',
  kind: 'form',
  schema: { type: 'object', properties: { title: { type: 'string', title: 'Title' } } },
};
const whole: CaseDefinition = {
  id: 'whole',
  name: 'Whole',
  category: 'plain',
  sections: { cover: { title: 'x' } },
  expects: { valid: true },
};
const missing = {
  id: 'missing',
  name: 'Missing',
  extends: 'whole',
  sections: { cover: { title: null } },
  expects: { valid: false, problems: [{ path: '/cover/title', code: 'required' }] },
} as unknown as CaseDefinition;

test('a case that takes its form from the one it extends says what it expects in the words of that form', () => {
  const definition = tiny([cover], { cases: [whole, missing] });
  const loaded = {
    definition,
    locate: (at: string) => ({ file: at, pointer: '' }),
  } as unknown as LoadedEdition;
  const [, entry] = caseEntries(loaded);
  expect(entry?.form).toBe(definition.categories.find(({ id }) => id === 'plain')?.title);
  expect(entry?.expected).toEqual(['Cover · Title']);
});
