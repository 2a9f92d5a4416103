/** What templates make of several values. */
import { expect, it } from 'vitest';
import { renderTemplate } from '#core/template/index.ts';

const view = {
  title: '主治医师',
  none: '无',
  open: '',
  on: '2018-05',
  long: '文'.repeat(201),
  short: '𠮷'.repeat(200),
};

it.each([
  ['{{joinedBut "无" "　" title none on}}', '主治医师　2018-05'],
  ['{{joinedBut "无" "　" none title}}', '主治医师'],
  ['{{joinedBut "无" "　" none open none}}', '无'],
  ['{{joinedBut "无" "　" open open}}', ''],
  ['{{joined "　" title none}}', '主治医师　无'],
  ['{{#if (longer 200 title long)}}high{{/if}}', 'high'],
  ['{{#if (longer 200 title short open)}}high{{/if}}', ''],
])('%s', (template, text) => expect(renderTemplate(template, view)).toBe(text));
