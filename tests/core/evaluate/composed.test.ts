/** A value of several parts is written as people write it, whichever of them are there. */
import { expect, it } from 'vitest';
import { textOf, writerOf } from '#core/evaluate/index.ts';
import { all } from '../compile/sections.ts';
import { edition } from '../compile/tiny.ts';

const writer = writerOf(edition(all));
const field = {
  type: 'object',
  text: '{count}（{kind} {place}）',
  properties: { count: { type: 'integer' }, kind: { type: 'string' }, place: { type: 'string' } },
} as const;

it.each([
  [{ count: 12, kind: '公益', place: '广场' }, '12（公益 广场）'],
  [{ count: 12, kind: '公益' }, '12（公益）'],
  [{ count: 12, place: '广场' }, '12（广场）'],
  [{ count: 12 }, '12'],
  [{ kind: '公益' }, '（公益）'],
  // What somebody wrote stays as it is written.
  [{ count: 12, kind: '（ 公益 ）', place: '广场' }, '12（（ 公益 ） 广场）'],
])('%j is %s', (value, text) => {
  expect(textOf(field, value, writer)).toBe(text);
});
