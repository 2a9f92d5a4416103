import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAtPointer } from '#core/json/index.ts';
import type { Definition, Json } from '#core/model/index.ts';
import { translated, treeOf } from '#core/translate/index.ts';
import { textsOf } from '#core/translate/texts.ts';
import { GARDEN, loaded, TITLES, withLanguage } from './programmes.ts';

const { definition: garden } = await loaded(GARDEN);
const { definition: titles } = await loaded(TITLES);
const json = (definition: Definition): Json => definition as unknown as Json;

/** What a definition shows where a text was written. */
function shownAt(
  definition: Definition,
  { from, word }: ReturnType<typeof textsOf>[number],
): Json | undefined {
  if (word === undefined) return valueAtPointer(json(definition), from);
  const field = from.replace(/\/(enum|none|blank|words\/.*)$/, '');
  const words = valueAtPointer(json(definition), `${field}/words`);
  return (words as Record<string, Json> | undefined)?.[word];
}

describe('texts of a language, laid over', () => {
  it.each([
    ['the garden programme', garden, 200],
    ['the health programme', titles, 4000],
  ])('are found again at the places of %s', (_name, definition, least) => {
    const sites = textsOf(json(definition));
    expect(sites.length).toBeGreaterThan(least);
    const view = translated(
      withLanguage(definition, 'xx', (_, index) => `text ${index}`),
      'xx',
    );
    const keys = sites.map(({ key }) => JSON.stringify(key));
    sites.forEach((site, index) => {
      // Two elements of one list with the same title have one place: the last text counts for both.
      const last = keys.lastIndexOf(keys[index] ?? '');
      expect([site.key, shownAt(view, site)]).toEqual([site.key, `text ${last}`]);
    });
  });

  it('change nothing besides the texts that they name', () => {
    const sites = textsOf(json(garden)).filter(({ word }) => word === undefined);
    fc.assert(
      fc.property(fc.subarray(sites, { minLength: 1 }), fc.string({ minLength: 1 }), (some, text) => {
        const locales = [{ id: 'xx', texts: treeOf(some.map(({ key }) => ({ key, text }))) }];
        const view = translated({ ...garden, locales }, 'xx');
        const back = treeOf(some.map((site) => ({ key: site.key, text: site.text })));
        const again = { ...garden, locales: [{ id: 'xx', texts: back }] };
        expect(some.every((site) => shownAt(view, site) === text)).toBe(true);
        expect({ ...translated(again, 'xx'), programme: garden.programme, locales: garden.locales }).toEqual(
          garden,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('pass over what names nothing, and what is no text', () => {
    const texts = {
      programme: { nobody: 'x', roles: 'x', title: { deep: 'x' } },
      categories: { plot: { route: 'x' } },
    };
    const view = translated({ ...garden, locales: [{ id: 'xx', texts }] }, 'xx');
    expect(view.programme).toEqual({ ...garden.programme, locale: 'xx' });
    expect(translated(garden, 'fr')).toBe(garden);
  });

  it('stay with an element that changes places', () => {
    const [codes] = garden.codes;
    const turned = { ...garden, codes: [{ ...codes, entries: codes?.entries.toReversed() }] } as Definition;
    const titleOf = (definition: Definition) =>
      translated(definition, 'zh-CN').codes[0]?.entries.find(({ code }) => code === 'bees')?.title;
    expect(titleOf(turned)).toBe('养蜂');
    expect(titleOf(garden)).toBe('养蜂');
  });
});
