/** A sheet of a draft as it is looked at: the same page as the printed one, but for the marks of its sentences. */
import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import type { CaseDefinition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { measureSheet, renderSheet } from '#server/print/index.ts';
import { previewOf } from '#server/services/drafts/preview.ts';
import { FOLDERS, filesOf } from '../../core/change/folders.ts';

const files = await filesOf(FOLDERS.titles);
const [loaded] = assemble(files);
if (!loaded) throw new Error('a programme without a cycle');
const { definition } = loaded;
const edition = compileEdition(definition, {
  hash: 'unnamed',
  validators: interpretedValidators(),
  routes: compileRoute,
});
const cycle = definition.edition.cycle.id;
const SHEET = 'publicity-sheet';
const examples = definition.cases.filter(({ category }) =>
  edition.categories[category]?.definition.sheets?.includes(SHEET),
);
const sizeOf = ({ sections = {} }: CaseDefinition): number => JSON.stringify(sections).length;
const bySize = examples.toSorted((a, b) => sizeOf(a) - sizeOf(b));
const chosen = [0, 0.5, 1].map((part) => bySize[Math.round((bySize.length - 1) * part)]?.id ?? '');

function previewed(sheet: string, example: string): string {
  const shown = previewOf(files, { cycle, sheet, example, format: 'html' });
  if (!shown || !('html' in shown)) throw new Error(`${sheet} is not shown with ${example}`);
  return shown.html;
}

const withoutMarks = (html: string): string =>
  html
    .replace(/<span data-sentence="\d+">([^<]*)<\/span>/g, '$1')
    .replace(/<meta name="fit"[^>]*>/, '')
    .replace(/<style>\[data-sentence\].*?<\/style>/, '');

describe.each(chosen)('with the example %s', (example) => {
  const known = definition.cases.find(({ id }) => id === example);
  if (!known) throw new Error('an example of this programme');
  const { application, facts } = openCase(edition, known, definition.cases);

  it('is the sheet that is printed, letter by letter, in the same size', () => {
    const html = previewed(SHEET, example);
    expect(html).toContain('data-sentence="0"');
    expect(withoutMarks(html)).toBe(renderSheet(edition, application, facts, SHEET));
  });

  it('says of its fit what the print is set with', () => {
    const content = /<meta name="fit" content="([^"]*)"/.exec(previewed(SHEET, example))?.[1] ?? '';
    const { settings, share } = JSON.parse(content.replaceAll('&quot;', '"')) as Record<string, unknown>;
    const fit = measureSheet(edition, application, facts, SHEET);
    expect({ settings, share }).toEqual({ settings: fit?.settings, share: fit?.share });
  });
});

it('says nothing of a fit where a sheet is not made to fit', () => {
  expect(previewed('review-form', chosen[0] ?? '')).not.toContain('name="fit"');
});
