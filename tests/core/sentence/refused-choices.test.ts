import { expect, it } from 'vitest';
import type { FieldSchema } from '#core/model/index.ts';
import { readProgramme } from '#core/sentence/index.ts';
import { tiny } from '../compile/tiny.ts';

const fence: FieldSchema = {
  type: 'string',
  title: 'Fence',
  enum: ['hedge', 'wall'],
  disabledWhen: [{ when: { '==': [{ var: 'option.code' }, 'wall'] }, reason: 'Too small' }],
};
const cover = {
  id: 'cover',
  title: 'Cover',
  kind: 'form' as const,
  schema: { type: 'object' as const, properties: { fence } },
};

it('the reason against a choice follows its sentence, with a blank where the language has one', () => {
  const texts = (locale: string) =>
    readProgramme(tiny([cover]), locale).flatMap(({ rules }) => rules.map(({ text }) => text));
  expect(texts('zh-CN')).toContain(
    '「Fence」中满足以下条件的选项不可选：选项的代码是“wall”。原因：「Too small」',
  );
  expect(texts('en').find((text) => text.includes('Fence'))).toMatch(/: “Too small”$/);
});
