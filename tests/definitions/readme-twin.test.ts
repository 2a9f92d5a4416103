/** The reference of the language stands in English and in Chinese: the same headings, examples, tables and words in code. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../definitions/', import.meta.url);
const read = (name: string): Promise<string> => readFile(new URL(name, FOLDER), 'utf8');

type Section = { level: number; number: string; codes: string[]; tables: number[][]; text: string };
type Page = { sections: Section[]; examples: string[] };

const FENCE = /^\s*```/;
const HEADING = /^(#+) ((?:\d+\.?)*)/;

/** Examples as they stand, with the blanks before them; everything else by its heading. */
function pageOf(text: string): Page {
  const sections: Section[] = [];
  const examples: string[] = [];
  let open: string[] | null = null;
  let rows: number[] = [];
  for (const line of [...text.split('\n'), '']) {
    if (FENCE.test(line) || open) {
      const lines: string[] = [...(open ?? []), line];
      const isOver: boolean = open !== null && FENCE.test(line);
      if (isOver) examples.push(lines.join('\n'));
      open = isOver ? null : lines;
      continue;
    }
    const [, marks, number = ''] = HEADING.exec(line) ?? [];
    if (marks) sections.push({ level: marks.length, number, codes: [], tables: [], text: '' });
    const now = sections.at(-1);
    if (!now) continue;
    now.codes.push(...[...line.matchAll(/`[^`\n]+`/g)].map(([code]) => code));
    now.text += line;
    if (line.startsWith('|')) rows.push(line.replace(/`[^`]*`/g, '').split('|').length);
    else if (rows.length > 0) {
      now.tables.push(rows);
      rows = [];
    }
  }
  return { sections, examples };
}

const [english, chinese] = (await Promise.all(['README.md', 'README.zh-CN.md'].map(read))).map(pageOf);

describe('the Chinese page of the language', () => {
  it('has the same headings, by level and number', () => {
    const headings = (page: Page | undefined) => page?.sections.map(({ level, number }) => [level, number]);
    expect(headings(chinese)).toEqual(headings(english));
    expect(english?.sections.length).toBeGreaterThan(20);
  });

  it('has the same examples, byte for byte', () => {
    expect(chinese?.examples).toEqual(english?.examples);
    expect(english?.examples.length).toBeGreaterThan(30);
  });

  it.each(english?.sections.map((section, at) => ({ ...section, at })) ?? [])(
    'says in $number what the English one says: the same tables, the same words in code',
    ({ at, tables, codes }) => {
      const twin = chinese?.sections[at];
      expect(twin?.tables).toEqual(tables);
      expect(twin?.codes.toSorted()).toEqual(codes.toSorted());
    },
  );

  it('is in Chinese throughout', () => {
    for (const { number, text } of chinese?.sections ?? [])
      expect(text.match(/\p{Script=Han}/gu)?.length ?? 0, number).toBeGreaterThan(3);
  });
});
