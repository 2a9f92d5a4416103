import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { changesBetween, isObject } from '#core/json/index.ts';
import type { Definition, Json, SourceFile } from '#core/model/index.ts';
import { readFolder } from '#server/load/index.ts';
import { byId, CATEGORIES } from './edition.ts';

const files = await readFolder(
  fileURLToPath(new URL('../../definitions/chongqing-health-titles', import.meta.url)),
);

/** The programme with another value at one place of one file. */
function changed(path: string, change: (json: Record<string, Json>) => void): SourceFile[] {
  return files.map((file) => {
    if (file.path !== path) return file;
    const json = structuredClone(file.json);
    if (!isObject(json)) throw new Error(`${path} is no object`);
    change(json);
    return { path, json };
  });
}

const definitionOf = (all: SourceFile[]): Definition => {
  const [loaded] = assemble(all);
  if (!loaded) throw new Error('the folder holds no cycle');
  return loaded.definition;
};

const before = definitionOf(files);

/** Every text that is said of a form, and of what all forms share. */
const texts = (definition: Definition): string =>
  JSON.stringify({ ...definition, cases: [], edition: { ...definition.edition, facts: {} } });

describe('one value of one file', () => {
  it('makes the exemption three years, in the rule and in every sentence that says it', () => {
    const after = definitionOf(
      changed('2026/edition.json', ({ facts }) => {
        Object.assign((facts as Record<string, Record<string, Json>>).exemptionYears ?? {}, { value: 3 });
      }),
    );
    expect(texts(before).split('不足5年').length - 1).toBeGreaterThan(10);
    expect(texts(after)).toBe(texts(before).replaceAll('不足5年', '不足3年'));
  });

  it('leaves pharmacists five papers, and everybody else six', () => {
    const after = definitionOf(
      changed('2026/categories/pharmacy.json', (category) => {
        category.facts = { maxPapers: 5 };
      }),
    );
    const papers = (id: string) => {
      const section = byId(after.categories, id).sections.find((one) => one.id === 'papers');
      return section && [section.schema?.maxItems, /最多填写(\d+)行/.exec(section.help ?? '')?.[1]];
    };
    expect(papers('pharmacy')).toEqual([5, '5']);
    for (const id of CATEGORIES.filter((one) => one !== 'pharmacy' && !one.startsWith('primary')))
      expect(papers(id)).toEqual([6, '6']);
    const others = (definition: Definition) =>
      definition.categories.filter(({ id }) => id !== 'pharmacy') as unknown as Json;
    expect(changesBetween(others(before), others(after))).toEqual([]);
  });
});
