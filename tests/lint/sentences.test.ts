import { describe, expect, it } from 'vitest';
import { checks } from '#core/lint/checks/index.ts';
import { lint, lintLocales } from '#core/lint/index.ts';
import type { DefinitionProblem } from '#core/model/index.ts';
import { at, base, editionOf } from './base.ts';
import { fixtures } from './fixtures.ts';

const LOCALES = Object.keys(lintLocales);
/** What no language writes otherwise. */
const NAMES = ['JSON', 'KiB', 'IANA', 'PDF'];

/** What a fixture's programme is told in a locale. */
function problemsIn(change: (files: ReturnType<typeof base>) => void, locale: string): DefinitionProblem[] {
  const files = base();
  Object.assign(at(files, 'programme.json'), { locale });
  change(files);
  return lint(editionOf(files));
}

function textsOf(problem: DefinitionProblem): string[] {
  const { place, message, hint = '', rule = '', follows = [] } = problem;
  return [place, message, hint, rule, ...follows.flatMap(textsOf)];
}

const paragraph = ({ code, params, place, message, hint }: DefinitionProblem): string =>
  [
    `  ${code} ${JSON.stringify(params)}`,
    `    ${place}: ${message}`,
    ...(hint ? [`    (${hint})`] : []),
  ].join('\n');

describe.each(LOCALES)('problems in %s', (locale) => {
  it('are told as they have been read and found good', async () => {
    const paragraphs = [...fixtures].map(([name, { change }]) =>
      [name, ...problemsIn(change, locale).map(paragraph)].join('\n'),
    );
    await expect(`${paragraphs.join('\n')}\n`).toMatchFileSnapshot(`./sentences/${locale}.txt`);
  });

  it('leave no place of a sentence unfilled', () => {
    for (const { change } of fixtures.values())
      for (const text of problemsIn(change, locale).flatMap(textsOf))
        expect(text).not.toMatch(/\{\w+(?::\w+)?\}|undefined|\[object/);
  });

  it('have a sentence for every check', () => {
    const known = new Set(Object.keys(lintLocales[locale]?.sentences ?? {}).map((key) => key.split('.')[0]));
    const codes = [...checks.shapes, ...checks.meaning].map(({ code }) => code);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('problems in Chinese', () => {
  it('have no English word but what stands in quotation marks', () => {
    for (const { change } of fixtures.values()) {
      for (const { message, hint = '' } of problemsIn(change, 'zh-CN')) {
        const plain = `${message} ${hint}`.replace(/「[^」]*」|“[^”]*”|"(?:[^"\\]|\\.)*"/g, '');
        const words = (plain.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !NAMES.includes(word));
        expect({ message, words }).toEqual({ message, words: [] });
      }
    }
  });
});
