/** Structures that Chromium does not write, and parts without any. */
import fc from 'fast-check';
import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { scale } from '../../../promises/scale.ts';
import { drawnOf, infoOf, tagsOf, textsByTags } from './readers.ts';
import { type Shape, taggedPdf } from './tagged.ts';
import { merged, opened } from './whole.ts';

const PLAIN: Shape = {
  pages: [['One', 'Two'], ['Three']],
  tagged: true,
  loose: false,
  branched: false,
  firstKey: 0,
  names: false,
};
const name = (text: string) => PDFName.of(text);
const part = (over: Partial<Shape>) => taggedPdf({ ...PLAIN, ...over });

describe('parts with tags of any shape', () => {
  it('keep their roles and classes, each its own', async () => {
    const whole = await merged([await part({ names: true }), await part({ names: true })]);
    const { root, typed } = await opened(whole);
    const verses = typed('StructElem').filter((dict) => dict.has(name('ID')));
    expect(verses).toHaveLength(6);
    const [roles, classes] = [
      root?.lookup(name('RoleMap'), PDFDict),
      root?.lookup(name('ClassMap'), PDFDict),
    ];
    expect([roles?.keys().length, classes?.keys().length]).toEqual([2, 2]);
    for (const verse of verses) {
      expect(roles?.get(verse.lookup(name('S'), PDFName))).toBe(name('P'));
      const [word, revision] = verse.lookup(name('C'), PDFArray).asArray();
      expect((revision as PDFNumber).asNumber()).toBe(0);
      expect(
        classes
          ?.lookup(word as PDFName, PDFDict)
          .lookup(name('Width'), PDFNumber)
          .asNumber(),
      ).toBe(100);
    }
  });

  it('get a document of their own where they have none', async () => {
    const whole = await merged([await part({ loose: true }), await part({})]);
    expect(tagsOf(whole).match(/^ {2}Document$/gm)).toHaveLength(2);
    expect(await textsByTags(whole)).toEqual(['One\nTwo\n', 'Three\n', 'One\nTwo\n', 'Three\n']);
  });

  it('one without tags is merged as it is, and the whole says that some are missing', async () => {
    const whole = await merged([await part({}), await part({ tagged: false }), await part({})]);
    expect(infoOf(whole)).toMatch(/Tagged:\s+yes[\s\S]*Suspects:\s+yes/);
    expect(await textsByTags(whole)).toEqual(['One\nTwo\n', 'Three\n', '', '', 'One\nTwo\n', 'Three\n']);
    expect(drawnOf(whole).match(/Three/g)).toHaveLength(3);
  });

  it('without a tag in any part there is none in the whole', async () => {
    const whole = await merged([await part({ tagged: false })]);
    expect(infoOf(whole)).toMatch(/Tagged:\s+no/);
    expect(drawnOf(whole)).toBe(drawnOf(await part({ tagged: false })));
  });

  it('a page whose key leads to nothing leads into no other part', async () => {
    const { document } = await opened(await part({ tagged: false }));
    for (const page of document.getPages()) page.node.set(name('StructParents'), PDFNumber.of(0));
    const stray = Buffer.from(await document.save());
    const whole = await opened(await merged([await part({}), stray, await part({})]));
    const keys = whole.document.getPages().map(({ node }) => node.get(name('StructParents'))?.toString());
    expect(keys).toEqual(['0', '1', undefined, undefined, '2', '3']);
  });

  it('finds each of many thousand objects', async () => {
    const pages = Array.from({ length: 20 }, (_, at) => Array.from({ length: 120 }, () => `Page${at}`));
    const large = await part({ pages });
    const whole = await merged([large, large, large]);
    expect((await opened(whole)).all.length).toBeGreaterThan(7000);
    const alone = tagsOf(large).replaceAll(/^/gm, '  ').trimEnd();
    expect(tagsOf(whole).trimEnd()).toBe(`Document\n${alone}\n${alone}\n${alone}`);
  });

  it('a part that is no PDF is refused', async () => {
    await expect(merged([Buffer.from('nothing')])).rejects.toThrow();
  });

  it('no part at all is a PDF without a page', async () => {
    expect((await opened(await merged([]))).document.getPageCount()).toBe(0);
  });
});

const shapes: fc.Arbitrary<Shape> = fc.record({
  pages: fc.array(fc.array(fc.stringMatching(/^[A-Za-z]{1,8}$/), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  }),
  tagged: fc.boolean(),
  loose: fc.boolean(),
  branched: fc.boolean(),
  firstKey: fc.nat(9),
  names: fc.boolean(),
});

it('whatever the parts are, each page of the whole leads to what it led to alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(shapes, { minLength: 1, maxLength: 4 }), async (all) => {
      const parts = await Promise.all(all.map(taggedPdf));
      const alone = await Promise.all(parts.map(textsByTags));
      expect(await textsByTags(await merged(parts))).toEqual(alone.flat());
    }),
    { numRuns: scale(30, 300) },
  );
});
