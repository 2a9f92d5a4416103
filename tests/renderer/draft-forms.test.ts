/** What the room of forms makes of what an officer types: changes that leave a real programme right. */
import { describe, expect, it } from 'vitest';
import { withMends } from '#admin-ui/draft/model/act.ts';
import { fieldMoved } from '#admin-ui/draft/rooms/forms/model/changed-field.ts';
import { FIELD_KINDS } from '#admin-ui/draft/rooms/forms/model/field-kinds.ts';
import { fieldRows } from '#admin-ui/draft/rooms/forms/model/fields.ts';
import { idFrom } from '#admin-ui/draft/rooms/forms/model/ids.ts';
import { matrixOf, usersOf } from '#admin-ui/draft/rooms/forms/model/matrix.ts';
import {
  FILE_RULES,
  faultOf,
  fieldAdded,
  type NewField,
  NO_FIELD,
} from '#admin-ui/draft/rooms/forms/model/new-field.ts';
import {
  NO_SECTION,
  pageChoices,
  SECTION_KINDS,
  sectionAdded,
} from '#admin-ui/draft/rooms/forms/model/new-section.ts';
import { printLines } from '#admin-ui/draft/rooms/forms/model/print-lines.ts';
import { usesOf } from '#admin-ui/draft/rooms/forms/model/uses.ts';
import { assemble } from '#core/assemble/index.ts';
import { apply, type Change } from '#core/change/index.ts';
import { openDraft } from '#core/draft/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import { readFolder } from '#server/load/index.ts';
import { HEALTH } from '../journeys/harness.ts';

const files = await readFolder(HEALTH);
const draft = openDraft();
const cycle = '2026';

function made(changes: readonly Change[], start: readonly SourceFile[] = files): readonly SourceFile[] {
  return changes.reduce<readonly SourceFile[]>((now, change) => {
    const applied = apply(now, change);
    if ('problem' in applied) throw new Error(applied.problem.message);
    return applied.files;
  }, start);
}

const editionOf = (now: readonly SourceFile[]): LoadedEdition => {
  const [edition] = assemble([...now]);
  if (!edition) throw new Error('there is no edition');
  return edition;
};
const edition = editionOf(files);

function at(category: string, section: string, now = edition) {
  const form = now.definition.categories.find(({ id }) => id === category);
  const found = form?.sections.find(({ id }) => id === section);
  if (!form || !found) throw new Error(`${category} has no ${section}`);
  return { edition: now, category: form, section: found };
}

/** What lint finds, and which examples come out otherwise. */
function faults(now: readonly SourceFile[]): string[] {
  const [checked] = draft.check([...now]);
  const wrong = (checked?.problems ?? []).filter(({ severity }) => severity === 'error');
  const red = [...(checked?.cases() ?? [])].filter(({ failures }) => failures.length > 0);
  return [...wrong.map(({ message, pointer }) => `${pointer}: ${message}`), ...red.map(({ id }) => id)];
}

const typed = (patch: Partial<NewField>): NewField => ({
  ...NO_FIELD,
  title: '新的一项',
  choices: '甲\n乙',
  ...patch,
});

describe('a field that is added', () => {
  it.each(FIELD_KINDS)('of the kind %s leaves nothing wrong, in a record and in rows', (kind) => {
    for (const section of ['basic', 'papers']) {
      const place = at('nursing', section);
      const sources = section === 'basic' ? ['ruralServiceYears', 'ethicsSatisfaction'] : ['item'];
      // Only registrations choose an organisation, and rows here have no numbers to add up.
      if (kind === 'unitOf' || (kind === 'computed' && section === 'papers')) continue;
      const field = typed({ kind, sources, isRequired: kind !== 'group', file: 'answered' });
      const changes = fieldAdded(place.section, cycle, field, { field: 'item', part: 'part' });
      expect(faults(made(withMends(files, changes)))).toEqual([]);
      const rows = fieldRows(at('nursing', section, editionOf(made(changes))));
      expect(rows.find((row) => row.field === 'item')?.kind).toBe(kind);
    }
  });

  it.each(FILE_RULES)('with evidence asked for: %s', (file) => {
    const { section } = at('nursing', 'basic');
    const changes = fieldAdded(section, cycle, typed({ kind: 'yesOrNo', file }), {
      field: 'item',
      part: 'part',
    });
    expect(faults(made(withMends(files, changes)))).toEqual([]);
    const row = fieldRows(at('nursing', 'basic', editionOf(made(changes)))).find(
      ({ field }) => field === 'item',
    );
    expect(row?.slots).toHaveLength(file === 'never' ? 0 : 1);
  });

  it('for two forms alone stands in no other one', () => {
    const { section } = at('nursing', 'basic');
    const changes = fieldAdded(section, cycle, typed({ only: ['nursing', 'clinical'] }), {
      field: 'item',
      part: 'part',
    });
    const now = editionOf(made(changes));
    const having = now.definition.categories.filter(({ sections }) =>
      Object.hasOwn(sections.find(({ id }) => id === 'basic')?.schema?.properties ?? {}, 'item'),
    );
    expect(having.map(({ id }) => id).sort()).toEqual(['clinical', 'nursing']);
  });

  it('is printed where lines can be repeated', () => {
    const place = at('nursing', 'basic');
    const [line] = printLines(files, cycle, place.section, fieldRows(place));
    expect(line?.fields.map(({ field }) => field)).toContain('currentWork');
    const prints = { 'review-form': 'currentWork' };
    const changes = fieldAdded(place.section, cycle, typed({ prints }), { field: 'item', part: 'part' });
    const row = fieldRows(at('nursing', 'basic', editionOf(made(changes)))).find(
      ({ field }) => field === 'item',
    );
    expect(row?.printed).toContain('review-form');
  });

  it('is not begun without what its kind needs', () => {
    expect(faultOf(NO_FIELD)).toEqual(['title', 'missing']);
    expect(faultOf(typed({ kind: 'oneOf', choices: '甲' }))).toEqual(['choices', 'noChoices']);
    expect(faultOf(typed({ kind: 'computed' }))).toEqual(['sources', 'noSources']);
  });
});

describe('a section that is added', () => {
  it.each(SECTION_KINDS)('as %s leaves nothing wrong', (kind) => {
    const pages = pageChoices(edition, matrixOf(edition, 'applications'));
    const page = pages.find((one) => one.page === 'basic');
    if (!page) throw new Error('there is no such page');
    const change = sectionAdded({ ...NO_SECTION, title: '另一栏', kind, field: '一项' }, cycle, page, {
      section: 'another',
      field: 'item',
    });
    expect(faults(made([change]))).toEqual([]);
    expect(page.forms.length).toBeGreaterThan(1);
  });
});

describe('what is known of a field', () => {
  it('who reads it, and what goes along', () => {
    const uses = usesOf(edition, files, { section: 'exam', cycle, field: 'examDate' });
    expect(new Set(uses.map(({ sort }) => sort))).toContain('rule');
    expect(
      uses.filter(({ sort }) => sort === 'rule').every(({ without }) => without?.kind === 'removeRule'),
    ).toBe(true);
    expect(usesOf(edition, files, { section: 'cover', cycle, field: 'nothing' })).toEqual([]);
  });

  it('which forms have its section', () => {
    const matrix = matrixOf(edition, 'applications');
    expect(usersOf(matrix, 'basic')).toHaveLength(matrix.categories.length);
    const papers = matrix.rows.find(({ id }) => id === 'papers');
    expect(papers?.has).toContain('absent');
  });

  it('where it moves to', () => {
    const rows = fieldRows(at('nursing', 'basic'));
    const [first, second] = rows.filter(({ depth }) => depth === 0);
    if (!first || !second) throw new Error('there are no fields');
    const level = { section: 'basic', cycle };
    expect(fieldMoved(rows, first, level, -1)).toBeUndefined();
    const change = fieldMoved(rows, second, level, -1);
    const moved = fieldRows(at('nursing', 'basic', editionOf(made(change ? [change] : []))));
    expect(moved.filter(({ depth }) => depth === 0)[0]?.field).toBe(second.field);
  });

  it('where a new one moves to that stands behind another', () => {
    const { section } = at('nursing', 'basic');
    const added = made(
      fieldAdded(section, cycle, typed({ after: 'currentWork' }), { field: 'item', part: 'part' }),
    );
    const rows = fieldRows(at('nursing', 'basic', editionOf(added)));
    const row = rows.find(({ field }) => field === 'item');
    const change = row && fieldMoved(rows, row, { section: 'basic', cycle }, -1);
    const moved = fieldRows(at('nursing', 'basic', editionOf(made(change ? [change] : [], added))));
    const order = moved.map(({ field }) => field);
    expect(order.indexOf('item')).toBe(order.indexOf('currentWork') - 1);
  });

  it('an id of its title, free among those that are taken', async () => {
    expect(await idFrom('静脉治疗例数', new Set(), 'entry')).toBe('jingMaiZhiLiaoLiShu');
    expect(await idFrom('静脉', new Set(['jingMai', 'jingMai2']), 'entry')).toBe('jingMai3');
    expect(await idFrom('2027 年', new Set(), 'entry')).toMatch(/^[a-z]/);
    expect(await idFrom('——', new Set(), 'entry')).toBe('entry');
  });
});
