/** Whatever somebody types as a text of a sheet is printed as it was typed: no sign of it is read as part of the template. */
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { type Change, sentencesOf } from '#core/change/index.ts';
import { unescapeHtml } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { allMade, FOLDERS, filesOf, made } from './folders.ts';

const FORM = '2026/sheets/review-form/template.hbs';
const form = { sheet: 'review-form', cycle: '2026' };
const files = (await filesOf(FOLDERS.titles)).filter(
  ({ path }) => !/(^|\/)cases\/|^manifest\.json$/.test(path),
);

const line = (title: string): Change[] => [
  {
    ...{ kind: 'addField', cycle: '2026', section: 'basic', field: 'abroad', after: 'currentWork' },
    schema: { type: 'string', title, sheets: ['review-form'] },
  },
  { ...{ kind: 'printField', ...form, section: 'basic', field: 'abroad', like: 'currentWork' } },
];
const heading = (title: string): Change[] => [
  {
    ...{ kind: 'addField', cycle: '2026', section: 'study', field: 'hours', after: 'certNo' },
    schema: { type: 'string', title, sheets: ['review-form'] },
  },
  { ...{ kind: 'chooseColumns', ...form, table: '学习培训经历', columns: ['period', 'hours'] } },
];
const sentence = (text: string): Change[] => [
  { kind: 'editSentence', ...form, find: '从事何专业技术工作', text },
];

/** Signs that mean something to Handlebars, to HTML or to a fact, among letters. */
const piece = fc.constantFrom(
  ...['{', '}', '{{', '}}', '{{{', '}}}', '{{x}}', '{{!', '--}}', '{{#if x}}', '\\', '<b>', '</td>', '&amp;'],
  ...['&#123;', '"', "'", '=', '#', '{facts.', '职称', 'a'],
);
const typed = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '');

const templateOf = (all: readonly SourceFile[]): string => all.find(({ path }) => path === FORM)?.text ?? '';
const kindsIn = (template: string): string[] => Handlebars.parse(template).body.map(({ type }) => type);
const errorsOf = (all: readonly SourceFile[]): string[] =>
  assemble([...all])
    .flatMap((loaded) => lint(loaded))
    .filter(({ file }) => file.includes('/sheets/'))
    .map(({ code, params }) => `${code} ${JSON.stringify(params)}`);

/** What a sheet does with a text, against what it does with a plain one. */
function isLiteral(changes: (text: string) => Change[], text: string): void {
  const [plain, own] = ['x', text].map((one) => templateOf(allMade(files, changes(one))));
  expect(sentencesOf(own ?? '').map((one) => unescapeHtml(one.text))).toContain(text);
  expect(kindsIn(own ?? '').filter((kind) => kind !== 'ContentStatement')).toEqual(
    kindsIn(plain ?? '').filter((kind) => kind !== 'ContentStatement'),
  );
}

describe.each(Object.entries({ line, heading, sentence }))('the text of a %s', (name, changes) => {
  const texts = name === 'sentence' ? typed.filter((text) => !text.includes('{{')) : typed;

  it('calls nothing, whatever it is', () => {
    fc.assert(
      fc.property(texts, (text) => isLiteral(changes, text)),
      {
        numRuns: 25,
        examples: name === 'sentence' ? [['甲}'], ['{'], ['甲\\']] : [['{{x}}'], ['甲}}'], ['甲\\']],
      },
    );
  });

  it('leaves lint clean', () => {
    const text = name === 'sentence' ? '甲}\\{' : '甲{{x}} }}\\';
    expect(errorsOf(allMade(files, changes(text)))).toEqual(errorsOf(files));
  });

  it('can be found again by what is read, and be another', () => {
    const text = name === 'sentence' ? '甲}\\{' : '甲{{x}}\\';
    const changed = allMade(files, changes(text));
    const next = made(changed, { kind: 'editSentence', ...form, find: text, text: '乙' });
    expect(templateOf(next.files)).toContain('乙');
  });
});
