import { expect, it } from 'vitest';
import { sourceText } from '#core/sentence/index.ts';

it('the mark of what nobody has confirmed is read in the language of the reader, any other clause as it is written', () => {
  expect(sourceText('to be confirmed', 'zh-CN')).toBe('待确认');
  expect(sourceText('clause 4; to be confirmed', 'zh-CN')).toBe('clause 4; 待确认');
  expect(sourceText('to be confirmed', 'en')).toBe('to be confirmed');
  expect(sourceText('管理办法第七条', 'en')).toBe('管理办法第七条');
});
