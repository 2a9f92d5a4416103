/** Prints behind one another are read out as each of them alone. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '#server/print/html/document.ts';
import { openPrinter } from '#server/print/pdf/printer.ts';
import { drawnOf, infoOf, tagsOf, textsByTags } from './readers.ts';
import { merged, opened, textIn } from './whole.ts';

const printer = openPrinter(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
afterAll(() => printer.close());

const CSS = '.next{break-before:page}';

/** A sheet of two pages: a table whose cells name their heads, and a page with a link. */
const bodyOf = (who: string): string =>
  `<h1>申报表</h1><table><tr><th scope="col">姓名</th><th scope="col">单位</th></tr>
   <tr><td>${who}</td><td>单位 ${who}</td></tr></table>
   <div class="next"><p>次页 ${who}</p><p><a href="https://example.org/${who}">去处 ${who}</a></p></div>`;

const print = (body: string, locale = 'zh-CN', watermark: string | null = null): Promise<Buffer> => {
  const sheet = { id: 'form', title: '表', formats: ['pdf' as const], template: '', css: CSS };
  const paper = { size: 'A4' as const, orientation: 'portrait' as const };
  return printer.pdf({
    html: toDocument({ sheet: { ...sheet, paper }, locale, body, watermark: null }),
    watermark,
  });
};

const name = (text: string) => PDFName.of(text);
/** Below the document of the whole, without the marks of the parts and the numbers of objects. */
const inside = (tags: string): string => tags.replace(/^Document\n/, '').replaceAll(/\d{6}-(?=node)/g, '');
const indented = (tags: string): string => tags.replaceAll(/^/gm, '  ').replace(/ {2}$/, '');
const unnumbered = (tags: string): string => tags.replaceAll(/Object \d+ 0/g, 'Object');

describe('a PDF of many prints', () => {
  let parts: Buffer[];
  let whole: Buffer;
  beforeAll(async () => {
    parts = await Promise.all(['甲', '乙', '丙'].map((who) => print(bodyOf(who))));
    parts.push(await print(bodyOf('丁'), 'zh-CN', '草稿'));
    whole = await merged(parts);
  });

  it('is tagged, with the tags and the text of each in their order', () => {
    expect(infoOf(whole)).toMatch(/Tagged:\s+yes/);
    expect(infoOf(whole)).toMatch(/Suspects:\s+no/);
    expect(tagsOf(whole)).toContain('单位 丁');
    const alone = parts.map((part) => indented(tagsOf(part)));
    expect(unnumbered(inside(tagsOf(whole)))).toBe(unnumbered(alone.join('')));
  });

  it('leads from each page to its own text', async () => {
    const alone = await Promise.all(parts.map(textsByTags));
    expect(alone.flat()).toHaveLength(8);
    expect(alone[1]).toEqual([expect.stringContaining('单位 乙'), expect.stringContaining('去处 乙')]);
    expect(await textsByTags(whole)).toEqual(alone.flat());
  });

  it('has one document for each, under one root, in the language of all', async () => {
    const { root, catalog, context } = await opened(whole);
    const top = root?.lookup(name('K'), PDFDict);
    expect(top?.get(name('S'))).toBe(name('Document'));
    expect(top?.get(name('P'))).toBe(catalog.get(name('StructTreeRoot')));
    const documents = top?.lookup(name('K'), PDFArray).asArray() ?? [];
    expect(documents).toHaveLength(parts.length);
    for (const one of documents.map((ref) => context.lookup(ref, PDFDict))) {
      expect(one.get(name('S'))).toBe(name('Document'));
      expect(one.get(name('P'))).toBe(root?.get(name('K')));
      expect(textIn(one.get(name('Lang')))).toBe('zh-CN');
    }
    expect(textIn(catalog.get(name('Lang')))).toBe('zh-CN');
  });

  it('holds every page once, and not more objects than its parts', async () => {
    const { typed, document, all } = await opened(whole);
    const pages = new Set<PDFDict>(document.getPages().map(({ node }) => node));
    expect(pages.size).toBe(8);
    expect(typed('Page').filter((page) => !pages.has(page))).toEqual([]);
    const counts = await Promise.all(parts.map(async (part) => (await opened(part)).all.length));
    const ownObjects = 5 + 1 + parts.length;
    expect(all.length).toBeLessThanOrEqual(counts.reduce((sum, count) => sum + count, ownObjects));
    expect(whole.length).toBeLessThan(parts.reduce((sum, { length }) => sum + length, 0));
  });

  it('leads from each link to its own element, and back', async () => {
    const { typed, context, root } = await opened(whole);
    const links = typed('Annot').filter((dict) => dict.has(name('StructParent')));
    expect(links).toHaveLength(parts.length);
    const tree = await entriesOf(whole);
    for (const link of links) {
      const element = context.lookup(
        tree.get(link.lookup(name('StructParent'), PDFNumber).asNumber()),
        PDFDict,
      );
      expect(element.get(name('S'))).toBe(name('Link'));
      const children = element
        .lookup(name('K'), PDFArray)
        .asArray()
        .map((child) => context.lookup(child));
      const reference = children.find((child) => child instanceof PDFDict && child.has(name('Obj')));
      expect((reference as PDFDict).lookup(name('Obj'))).toBe(link);
    }
    expect(root?.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber()).toBe(tree.size);
  });

  it('gives each cell the heads of its own part', async () => {
    const twice = await merged([parts[0] ?? whole, parts[0] ?? whole]);
    const { typed, root, context } = await opened(twice);
    const named = typed('StructElem').filter((dict) => dict.has(name('ID')));
    const ids = named.map((dict) => textIn(dict.get(name('ID'))));
    expect(new Set(ids).size).toBe(4);
    const leaves = root?.lookup(name('IDTree'), PDFDict).lookup(name('Kids'), PDFArray).asArray() ?? [];
    const entries = leaves.flatMap((leaf) =>
      context.lookup(leaf, PDFDict).lookup(name('Names'), PDFArray).asArray(),
    );
    const found = entries.filter((_, at) => at % 2 === 0).map((id) => textIn(id));
    expect(found).toEqual(ids.toSorted());
    const heads = tagsOf(twice).match(/(?<=Headers \[\()[^)]+/g) ?? [];
    expect(heads).toHaveLength(4);
    expect(new Set(heads).size).toBe(4);
    expect(ids).toEqual(expect.arrayContaining(heads));
  });

  it('keeps what is drawn, a watermark as well', () => {
    const [last = ''] = drawnOf(whole).split('\f').slice(-2);
    expect(last.replaceAll(/\s/g, '')).toContain('草稿');
    expect(drawnOf(whole)).toBe(parts.map(drawnOf).join(''));
  });

  it('is the same bytes of the same parts', async () => {
    expect((await merged(parts)).equals(whole)).toBe(true);
  });

  it('names the language of each where they have several', async () => {
    const { root, context, catalog } = await opened(
      await merged([await print('<p>One</p>', 'en'), ...parts]),
    );
    const documents = root?.lookup(name('K'), PDFDict).lookup(name('K'), PDFArray).asArray() ?? [];
    const languages = documents.map((one) => textIn(context.lookup(one, PDFDict).get(name('Lang'))));
    expect(languages).toEqual(['en', 'zh-CN', 'zh-CN', 'zh-CN', 'zh-CN']);
    expect(textIn(catalog.get(name('Lang')))).toBe('en');
  });
});

/** What the keys of a PDF lead to, through one level of leaves. */
async function entriesOf(pdf: Buffer): Promise<Map<number, PDFRef>> {
  const { root, context } = await opened(pdf);
  const leaves = root?.lookup(name('ParentTree'), PDFDict).lookup(name('Kids'), PDFArray).asArray() ?? [];
  const flat = leaves.flatMap((leaf) =>
    context.lookup(leaf, PDFDict).lookup(name('Nums'), PDFArray).asArray(),
  );
  const found = new Map<number, PDFRef>();
  for (let at = 0; at + 1 < flat.length; at += 2)
    found.set((flat[at] as PDFNumber).asNumber(), flat[at + 1] as PDFRef);
  return found;
}
