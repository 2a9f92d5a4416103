import { expect, test } from 'vitest';
import type { CompiledSection, FieldSchema, Json, SectionDefinition } from '#core/model/index.ts';
import { CaseStore } from '#renderer/form/store/caseStore.ts';
import type { DraftKeeper } from '#renderer/form/store/drafts.ts';
import { createEngine } from '#renderer/form/store/engine.ts';
import { typedIn } from '#renderer/form/store/typed.ts';
import { edition as compile } from '../core/compile/tiny.ts';
import { viewOf } from '../screens/support/open.tsx';

const double: FieldSchema = { type: 'integer', title: 'Double', derive: { '*': [{ var: 'row.hours' }, 2] } };
const study: SectionDefinition = {
  id: 'study',
  title: 'Study',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: 3,
    items: {
      type: 'object',
      properties: { hours: { type: 'integer', title: 'Hours' }, double },
    },
  },
};
const load: SectionDefinition = {
  id: 'load',
  title: 'Load',
  kind: 'grid',
  columns: [{ id: 'spring', title: 'Spring' }],
  cells: { count: { type: 'integer' } },
  items: [{ id: 'weeks', title: 'Weeks', cell: 'count' }],
  sums: { cell: 'count', down: 'Total' },
};

const sectionOf = (section: SectionDefinition): CompiledSection => {
  const found = compile([section]).categories.plain?.bySection[section.id];
  if (!found) throw new Error('no such section');
  return found;
};

test('what is computed is no part of what is typed: of rows, and of the lines of a grid', () => {
  expect(typedIn(sectionOf(study), [{ id: 'a', hours: 3, double: 6 }])).toEqual([{ id: 'a', hours: 3 }]);
  expect(typedIn(sectionOf(load), { cells: { weeks: { spring: 4 }, sum: { spring: 4 } }, own: [] })).toEqual({
    cells: { weeks: { spring: 4 } },
    own: [],
  });
  expect(typedIn(sectionOf(study), 'none')).toBe('none');
});

/** A case whose page was left with this draft, typed before the server stored the rows at version 1. */
async function reopened(stored: Json, draft: Json) {
  const removed: string[] = [];
  const drafts: DraftKeeper = {
    read: async () => [{ key: 'me/c1/study', value: draft, version: 0, at: '' }],
    write: async () => {},
    remove: async (key) => void removed.push(key),
  };
  const edition = compile([study]);
  const category = edition.categories.plain;
  if (!category) throw new Error('no category');
  const store = new CaseStore({
    view: viewOf({ study: stored }, {}),
    category,
    engine: createEngine(edition, 'plain'),
    drafts,
    owner: 'me',
    save: async (_, value, version) => ({ value, version: version + 1, savedAt: null }),
  });
  const restored = await store.restore();
  store.stop();
  return { restored, removed, kind: store.snapshot().saves.study?.kind };
}

test('a draft that the server has stored meanwhile, with what is computed, is no conflict', async () => {
  const stored = [{ id: 'a', hours: 3, double: 6 }];
  expect(await reopened(stored, [{ id: 'a', hours: 3 }])).toEqual({
    restored: [],
    removed: ['me/c1/study'],
    kind: 'saved',
  });
  expect(await reopened(stored, [{ id: 'a', hours: 4 }])).toMatchObject({
    restored: ['study'],
    kind: 'conflict',
  });
});
