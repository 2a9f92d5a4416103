import { expect, test } from 'vitest';
import type { CaseDefinition, SectionDefinition } from '#core/model/index.ts';
import { sampleCase } from '#core/sample/index.ts';
import { edition } from '../compile/tiny.ts';

const cover: SectionDefinition = {
  id: 'cover',
  title: 'Cover',
  kind: 'form',
  schema: {
    type: 'object',
    required: ['title', 'kind'],
    properties: {
      title: { type: 'string', title: 'Title', maxLength: 20 },
      kind: { type: 'string', title: 'Kind', enum: ['a', 'b'] },
    },
  },
};
const whole: CaseDefinition = {
  id: 'whole',
  name: 'Whole',
  category: 'other',
  sections: { cover: { title: 'Of the other form', kind: 'a' } },
  expects: { valid: true },
};
const extending: CaseDefinition = {
  id: 'extending',
  name: 'Extending',
  category: 'plain',
  extends: 'whole',
  sections: { cover: { kind: 'b' } },
  expects: { valid: true },
};

test('a form whose only valid case extends another one has samples, with what that one says', () => {
  const compiled = edition([cover], { cases: [whole, extending] });
  expect(sampleCase(compiled, 'plain', 'least')?.sections.cover).toEqual({
    title: 'Of the other form',
    kind: 'b',
  });
});

test('a case that extends none is taken before one that does; without a valid case there is no sample', () => {
  const own: CaseDefinition = {
    ...whole,
    id: 'own',
    category: 'plain',
    sections: { cover: { title: 'Own', kind: 'a' } },
  };
  const compiled = edition([cover], { cases: [whole, extending, own] });
  expect(sampleCase(compiled, 'plain', 'least')?.sections.cover).toMatchObject({ title: 'Own' });
  const refused = edition([cover], { cases: [{ ...own, expects: { valid: false } }] });
  expect(sampleCase(refused, 'plain', 'least')).toBeUndefined();
});
