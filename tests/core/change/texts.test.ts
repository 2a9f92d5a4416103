/** Every text that people read can be changed where it is written, paragraphs of a list too, and put back. */
import { describe, expect, it } from 'vitest';
import { type Change, invert } from '#core/change/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { textsOf } from '#core/translate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { sampled } from '../../promises/scale.ts';
import { bytesOf, FOLDERS, filesOf, made } from './folders.ts';

const PARTS: ReadonlySet<string> = new Set([
  'programme',
  'edition',
  'category',
  'section',
  'account',
  'route',
]);

const programmes = await Promise.all(
  Object.entries(FOLDERS).map(async ([name, folder]) => ({ name, files: await filesOf(folder) })),
);

function changesIn(files: readonly SourceFile[]): Change[] {
  return files.flatMap((file) => {
    const found = identifyFile(file.path);
    if (!found || !PARTS.has(found.kind) || file.json === undefined) return [];
    const { kind: part, id, cycle } = found;
    const isAlone = part === 'programme' || part === 'edition';
    const where = { part, ...(!isAlone && { id }), ...(cycle !== undefined && { cycle }) };
    return textsOf(file.json)
      .filter(({ word }) => word === undefined)
      .map(({ key, text }): Change => ({ kind: 'setText', ...where, way: key, text: `${text}（改）` }));
  });
}

describe.each(programmes)('texts of $name', ({ files }) => {
  it('are changed one by one, and put back byte by byte', () => {
    const all = changesIn(files);
    expect(all.length).toBeGreaterThan(50);
    const inLists = all.filter(({ way }) => /^\d+$/.test((way as string[]).at(-1) ?? ''));
    for (const change of [...inLists, ...sampled(all)]) {
      const { files: now, effects } = made(files, change);
      expect(bytesOf(now)).not.toEqual(bytesOf(files));
      expect(bytesOf(made(now, invert(change, effects)).files)).toEqual(bytesOf(files));
    }
  });
});
