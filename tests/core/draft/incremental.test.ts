import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, sourceFile } from '#core/assemble/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { openDraft } from '#core/draft/index.ts';
import { formatJson, isObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { runCase } from '#core/validate/index.ts';
import { readFolder } from '#server/load/index.ts';
import { type Edit, edited, edits } from './edits.ts';
import { folders } from './folders.ts';

const [garden = '', theatre = '', health = ''] = folders;

type Draft = ReturnType<typeof openDraft>;

/** Everything that is known of a folder, done anew. */
function whole(files: SourceFile[]) {
  return assemble(files).map((loaded) => {
    const problems = lint(loaded);
    const isBroken = problems.some(({ severity }) => severity === 'error');
    const cases = isBroken ? [] : casesAnew(loaded);
    return { definition: loaded.definition, places: placesOf(loaded), problems, cases };
  });
}

/** The same by a draft that has seen other files before. */
function byDraft(draft: Draft, files: SourceFile[]) {
  return draft.check(files).map(({ loaded, problems, cases }) => ({
    definition: loaded.definition,
    places: placesOf(loaded),
    problems,
    cases: [...cases()],
  }));
}

/** Where every part of the categories and routes was written, some levels down. */
function placesOf({ definition, locate }: LoadedEdition): string[] {
  const walk = (value: unknown, at: string, depth: number): string[] => {
    const { file, pointer } = locate(at);
    const parts = depth === 0 || typeof value !== 'object' || value === null ? [] : Object.entries(value);
    return [
      `${at} ${file}#${pointer}`,
      ...parts.flatMap(([key, part]) => walk(part, `${at}/${key}`, depth - 1)),
    ];
  };
  return [...walk(definition.categories, '/categories', 4), ...walk(definition.routes, '/routes', 2)];
}

/** Every edit on its own and on top of those before it: each second one is taken back at once. */
function expectSame(draft: Draft, files: SourceFile[], list: Edit[]): void {
  let present = files;
  for (const [index, edit] of list.entries()) {
    const next = edited(present, edit);
    expect(byDraft(draft, next)).toEqual(whole(next));
    if (index % 2 === 0) present = next;
  }
}

describe('a draft is judged as the whole folder is', () => {
  it.each([garden, theatre])('after any edits: %s', async (folder) => {
    const files = await readFolder(folder);
    const draft = openDraft();
    fc.assert(
      fc.property(edits(4), (list) => expectSame(draft, files, list)),
      { numRuns: 4, examples: [[[{ file: 540_284, part: 106_984, kind: 'replace', value: null }]]] },
    );
  });

  it('after edits of the largest programme', async () => {
    const files = await readFolder(health);
    fc.assert(
      fc.property(edits(2), (list) => expectSame(openDraft(), files, list)),
      { numRuns: 1 },
    );
  });

  it.each([garden, theatre])('with its cases: %s', async (folder) => {
    const draft = openDraft();
    let files = await readFolder(folder);
    for (const kind of ['sections', 'codes', 'categories', 'expressions']) {
      files = files.map((file) => (file.path.includes(`${kind}/`) ? touched(file) : file));
      for (const { loaded, edition, cases } of draft.check(files)) {
        expect(edition).toBeDefined();
        expect([...cases()]).toEqual(casesAnew(loaded));
      }
    }
  });

  it.each(folders)('keeps every part whose files have not changed, and nothing else: %s', async (folder) => {
    const draft = openDraft();
    const files = await readFolder(folder);
    const [before] = draft.check(files);
    const path = before?.loaded.files.find(({ path }) => path.startsWith('codes/'))?.path;
    const [after] = draft.check(files.map((file) => (file.path === path ? touched(file) : file)));
    for (const part of ['programme', 'edition'] as const)
      expect(after?.loaded.definition[part]).toBe(before?.loaded.definition[part]);
    const parts = ['categories', 'routes', 'sheets', 'expressions'] as const;
    for (const part of parts)
      for (const [index, one] of (after?.loaded.definition[part] ?? []).entries())
        expect(one).toBe(before?.loaded.definition[part][index]);
    const changed = after?.loaded.definition.codes.filter(
      (list, index) => list !== before?.loaded.definition.codes[index],
    );
    expect(changed).toHaveLength(1);
    expect(path).toMatch(new RegExp(`/${changed?.[0]?.id}\\.json$`));
  });
});

/** The same file, with another title where it has one. */
function touched({ path, json }: SourceFile): SourceFile {
  const other =
    isObject(json) && typeof json.title === 'string' ? { ...json, title: `${json.title} .` } : json;
  return sourceFile(path, formatJson(other ?? null));
}

function casesAnew({ definition }: LoadedEdition) {
  const edition = compileEdition(definition, { validators: interpretedValidators(), routes: compileRoute });
  return definition.cases.map((example) => ({
    id: example.id,
    failures: runCase(edition, example, definition.cases).failures,
  }));
}
