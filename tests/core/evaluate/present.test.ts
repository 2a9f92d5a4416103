import { describe, expect, it } from 'vitest';
import { present } from '#core/evaluate/index.ts';
import type { Definition, Json, SectionDefinition } from '#core/model/index.ts';
import { all, complete } from '../compile/sections.ts';
import { applicationWith, edition, facts, file, tiny } from '../compile/tiny.ts';

const sheets: Definition['sheets'] = ['form', 'other'].map((id) => ({
  id,
  title: `Sheet ${id}`,
  paper: { size: 'A4', orientation: 'portrait' },
  formats: ['html'],
  template: '',
  css: '',
}));
const compiled = edition(all, { sheets });

describe('present', () => {
  it('shows only what stands on the sheet, as text', () => {
    const view = present(
      compiled,
      applicationWith({ ...complete, person: { ...complete.person, colour: 'r' } }),
      facts,
      'form',
    );
    expect(view.sections.person?.fields).toMatchObject({
      name: 'Test A',
      colour: 'Red',
      total: '10',
      licence: { number: '1' },
    });
    expect(view.sections.person?.fields.licence).not.toHaveProperty('scope');
    expect(view.sections).not.toHaveProperty('hidden');
    expect(present(compiled, applicationWith(complete), facts, 'other').sections).toEqual({});
    expect(view).toMatchObject({
      unit: { name: 'Test school' },
      case: { round: '1', tags: ['open'] },
      cycle: { year: '2026' },
    });
  });

  it('leaves struck and unticked rows out, with their files, and files that are gone', () => {
    const rows: Json = [
      { id: 'a', what: 'A' },
      { id: 'b', what: 'B', mark: false },
      { id: 'c', what: 'C' },
    ];
    const infected = { ...file('costs', 'bill', 'a'), state: 'infected' as const };
    const files = [file('costs', 'bill', 'a'), file('costs', 'bill', 'c'), infected];
    const application = applicationWith(
      { costs: rows },
      { strikes: [{ section: 'costs', row: 'c' }], files },
    );
    const view = present(compiled, application, facts, 'form');
    expect(view.sections.costs?.rows).toEqual([{ what: 'A', amount: '', why: '', index: 1 }]);
    expect(view.sections.costs?.files).toEqual([{ slot: 'bill', title: 'Bill', names: ['bill.pdf'] }]);
  });

  it('writes grids out, objects by their text', () => {
    const grid = {
      cells: { work: { '2024': '/' }, talks: { '2024': { all: 4 }, '2025': { all: 5, part: 2 } } },
      marks: {},
      own: [{ id: 'o', title: 'Own', cells: { '2024': 1 } }],
    };
    const view = present(compiled, applicationWith({ person: { name: 'Busy' }, hours: grid }), facts, 'form');
    expect(view.sections.hours?.items.map(({ id, cells }) => [id, cells])).toEqual([
      ['work', ['/', '']],
      ['talks', ['4', '5 (2)']],
      ['o', ['1', '']],
      ['all', ['', '0']],
    ]);
  });

  it('uses the locale of the programme', () => {
    const words: SectionDefinition = {
      id: 'words',
      title: 'W',
      kind: 'form',
      sheets: ['form'],
      schema: {
        type: 'object',
        properties: {
          yes: { type: 'boolean' },
          range: { type: 'string', format: 'month-range' },
          days: { type: 'string', format: 'date-range' },
        },
      },
    };
    const answers = applicationWith({
      words: { yes: true, range: '2020.09-', days: '2026-03-01/2026-03-07' },
    });
    const { programme } = tiny([]);
    const inChinese = edition([words], { sheets, programme: { ...programme, locale: 'zh-CN' } });
    expect(present(inChinese, answers, facts, 'form').sections.words?.fields).toEqual({
      yes: '是',
      range: '2020.09-至今',
      days: '2026-03-01 至 2026-03-07',
    });
    expect(present(edition([words], { sheets }), answers, facts, 'form').sections.words?.fields).toEqual({
      yes: 'Yes',
      range: '2020.09-present',
      days: '2026-03-01 to 2026-03-07',
    });
  });

  it('changes its revision with anything that it shows, and with nothing else', () => {
    const revision = (name: string, secret: string) =>
      present(compiled, applicationWith({ person: { name }, hidden: { secret } }), facts, 'form').revision;
    expect(revision('A', 'x')).toMatch(/^[0-9A-F]{8}$/);
    expect(revision('A', 'x')).toBe(revision('A', 'y'));
    expect(revision('A', 'x')).not.toBe(revision('B', 'x'));
  });

  it('throws for a sheet that is not there', () => {
    expect(() => present(compiled, applicationWith({}), facts, 'nowhere')).toThrow("no sheet 'nowhere'");
  });
});
