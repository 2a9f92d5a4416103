/** Tables of a draft go out and come in: untouched they change nothing, a line that was edited makes exactly one change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridsOf } from '#admin-ui/draft/model/items.ts';
import { textRows } from '#admin-ui/draft/model/texts.ts';
import { columnTable } from '#admin-ui/draft/rooms/rosters/table.ts';
import { codeTable } from '#admin-ui/draft/tables/codes.ts';
import { itemTable } from '#admin-ui/draft/tables/items.ts';
import type { Exchange } from '#admin-ui/draft/tables/lines.ts';
import { pastedTable } from '#admin-ui/draft/tables/pasted.ts';
import { textTable } from '#admin-ui/draft/tables/texts.ts';
import { readWorkbook, writeWorkbook } from '#admin-ui/workbook/index.ts';
import { assemble } from '#core/assemble/index.ts';
import { apply } from '#core/change/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { pasteWords, rosterWords } from '#renderer/locales/index.ts';
import { FOLDERS, filesOf } from '../core/change/folders.ts';

const words = pasteWords['zh-CN'];

/** Every table of a programme's only cycle. */
function tablesIn(files: SourceFile[]): Exchange[] {
  const { definition } = assemble(files)[0] ?? {};
  if (!definition) throw new Error('a programme without a cycle');
  const cycle = definition.edition.cycle.id;
  const rows = textRows(files);
  return [
    ...definition.codes.map((list) => codeTable(list, cycle, words)),
    ...gridsOf(definition).map((grid) => itemTable({ grid, cycle, files, words })),
    ...definition.rosters.map((roster) => columnTable({ roster, cycle, words: rosterWords['zh-CN'] })),
    textTable({ shown: rows, all: rows }, words),
  ];
}

/** What somebody else's program would hand back untouched. */
async function outAndIn(table: Exchange): Promise<string[][]> {
  const file = await writeWorkbook(table);
  const read = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
  if ('refused' in read) throw new Error(`${table.title}: ${JSON.stringify(read.refused)}`);
  return read.lines;
}

const changesOf = (table: Exchange, lines: string[][]) => table.read(lines).flatMap(({ changes }) => changes);
const refusedBy = (table: Exchange, lines: string[][]) => table.read(lines).filter(({ refused }) => refused);

const programmes = await Promise.all(
  Object.entries(FOLDERS).map(async ([name, folder]) => {
    const files = await filesOf(folder);
    const tables = tablesIn(files);
    return { name, files, tables, lines: await Promise.all(tables.map(outAndIn)) };
  }),
);

const withCell = (lines: readonly string[][], row: number, column: number, text: string): string[][] =>
  lines.map((line, index) => (index === row ? line.toSpliced(column, 1, text) : line));

describe.each(programmes)('tables of $name', ({ files, tables, lines }) => {
  it('that come back untouched change nothing and lose no line', () => {
    for (const [index, table] of tables.entries()) {
      const back = lines[index] ?? [];
      expect(back.slice(1)).toHaveLength(table.lines.length);
      expect([table.title, changesOf(table, back), refusedBy(table, back)]).toEqual([table.title, [], []]);
    }
  });

  it('make exactly one change of a line in which one cell was edited, and it can be made', () => {
    const edits = tables.flatMap((table, index) =>
      editsOf(table).map((column) => ({ table, index, column })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...edits), fc.nat(), ({ table, index, column }, seed) => {
        const back = lines[index] ?? [];
        const row = 1 + (seed % table.lines.length);
        const text = cellFor(table, column, back[row]?.[column] ?? '');
        const edited = withCell(back, row, column, text);
        const changes = changesOf(table, edited);
        expect([table.title, back[row], text, changes]).toEqual([
          table.title,
          back[row],
          text,
          [expect.anything()],
        ]);
        const [change] = changes;
        const made = change && apply(files, change);
        expect(made && 'problem' in made ? made.problem.message : null).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

/** Columns in which one cell is one thing that is written once. */
function editsOf({ headings, lines }: Exchange): number[] {
  if (lines.length === 0) return [];
  if (headings === words.codeHeadings) return [1, 2, 3];
  if (headings === words.textHeadings) return [1];
  if (headings.includes(words.itemHeadings.id))
    return headings.flatMap((_, at) => (at > 1 && at < headings.length - 1 ? [at] : []));
  return [1, 2];
}

function cellFor({ headings }: Exchange, column: number, before: string): string {
  if (headings === words.codeHeadings) return column === 1 ? `${before}（改）` : '2031-12-31';
  if (headings === words.textHeadings) return `${before}（改）`;
  if (headings.includes(words.itemHeadings.id)) return before === '' ? words.yes : '';
  return column === 2 ? (before === '9' ? '8' : '9') : '另一个名称';
}

describe('a code list', () => {
  const list = {
    id: 'l',
    title: '表',
    entries: [
      { code: 'a', title: '甲', validTo: '2026-12-31', successor: 'b' },
      { code: 'b', title: '乙' },
    ],
  };
  const table = codeTable(list, '2026', words);
  const read = (...lines: string[][]) => table.read([words.codeHeadings, ...lines]);

  it('below its headings means what is empty, without them leaves it', () => {
    expect(read(['a', '甲', '', '', ''])[0]?.changes).toEqual([
      { kind: 'changeCode', list: 'l', code: 'a', cycle: '2026', patch: { validTo: null, successor: null } },
    ]);
    expect(table.read([['a', '甲']])[0]?.changes).toEqual([]);
  });

  it('makes one change of a line with several edits, and ends a code as its own act', () => {
    expect(read(['a', '丙', '2026-01-01', '2027-12-31', 'b'])[0]?.changes).toHaveLength(1);
    expect(read(['b', '乙', '', '2027-12-31', 'a'])[0]?.changes).toEqual([
      { kind: 'endCode', list: 'l', code: 'b', until: '2027-12-31', cycle: '2026', successor: 'a' },
    ]);
  });

  it('reads days as spreadsheets show them, and finds the same day unchanged', () => {
    expect(read(['a', '甲', '', '2026/12/31', 'b'])[0]?.changes).toEqual([]);
    expect(read(['b', '乙', '', '2027/1/5', ''])[0]?.changes).toMatchObject([{ until: '2027-01-05' }]);
    expect(read(['c', '丙', '2027年5月1日', '2028.12.31', ''])[0]?.changes).toMatchObject([
      { element: { title: '丙', validFrom: '2027-05-01', validTo: '2028-12-31' } },
    ]);
  });

  it.each([
    [['b', ''], '没有名称'],
    [['b', '乙', '', '2027-13-01'], '日期不对，应如 2027-12-31'],
    [['b', '乙', '', '', 'z'], '没有接替代码“z”'],
    [['不 行', '丁'], '代码只能用字母、数字、点、横线和下划线'],
  ])('refuses %j in words', (line, refused) => {
    expect(read(line)).toEqual([{ text: expect.any(String), changes: [], refused }]);
  });

  it('takes new codes in their order, and refuses the second of one', () => {
    const [first, second, third] = read(['c', '丙', '2027-01-01', '', 'd'], ['d', '丁'], ['d', '丁']);
    expect(first?.changes[0]).toMatchObject({
      kind: 'addCode',
      code: 'c',
      after: 'b',
      element: { successor: 'd' },
    });
    expect(second?.changes[0]).toMatchObject({ kind: 'addCode', code: 'd', after: 'c' });
    expect(third?.refused).toBe('前面已经有了');
  });
});

describe('an item', () => {
  const { files = [], tables = [], lines = [] } = programmes.find(({ name }) => name === 'garden') ?? {};
  const at = tables.findIndex(({ headings }) => headings.includes(words.itemHeadings.id));
  const [table, back] = [tables[at], lines[at] ?? []];

  it('has another title and unit by its id, as one change where it is written once', () => {
    const edited = withCell(withCell(back, 1, 0, 'Another'), 1, 1, 't');
    const changes = table ? changesOf(table, edited) : [];
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'changeItem', patch: { title: 'Another', unit: 't' } }),
    ]);
    expect('problem' in apply(files, changes[0] ?? { kind: '' })).toBe(false);
  });

  it('whose id is not known is refused', () => {
    const edited = withCell(back, 1, (back[0]?.length ?? 0) - 1, 'nothing');
    expect(table?.read(edited)[0]?.refused).toBe('没有编号“nothing”');
  });
});

describe('texts', () => {
  const { files = [] } = programmes.find(({ name }) => name === 'garden') ?? {};
  const all = textRows(files);
  const table = textTable({ shown: all, all }, words);
  const alone = all.find((row) => all.filter(({ text }) => text === row.text).length === 1);
  const twice = all.find((row) => all.filter(({ text }) => text === row.text).length > 1);

  it('are changed by two columns, where the first stands once', () => {
    const pasted = pastedTable(`${alone?.text}\tOther\n${twice?.text}\tOther\nnowhere\tOther\n`);
    const read = table.read(pasted);
    expect(read.map(({ changes }) => changes.length)).toEqual([1, 0, 0]);
    expect(read[1]?.refused).toMatch(/有 \d+ 处/);
    expect(read[2]?.refused).toBe('没有这段文字');
  });
});
