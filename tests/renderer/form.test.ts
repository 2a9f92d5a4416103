import { expect, test } from 'vitest';
import type { AnswerProblem, FieldSchema, Json } from '#core/model/index.ts';
import { choicesOf } from '#renderer/form/present/choices.ts';
import { refuseFile } from '#renderer/form/slot/refuse.ts';
import { formatBytes } from '#renderer/form/slot/size.ts';
import { anchorOf } from '#renderer/form/store/anchors.ts';
import { differences } from '#renderer/form/store/conflict.ts';
import { withoutSensitive, withSensitive } from '#renderer/form/store/drafts.ts';
import { saveOverview } from '#renderer/form/store/overview.ts';
import { columnsOfRows, moved } from '#renderer/form/table/rows.ts';
import { formWords } from '#renderer/locales/form.ts';

const problem = (change: Partial<AnswerProblem>): AnswerProblem => ({
  path: '/study/1/period',
  section: 'study',
  code: 'required',
  params: {},
  place: '',
  message: '',
  severity: 'block',
  ...change,
});

test('a problem points to an element: rows by their id, evidence by its slot', () => {
  expect(anchorOf(problem({ path: '/person/name', section: 'person' }))).toBe('/person/name');
  expect(anchorOf(problem({ row: 'r7' }))).toBe('/study/r7/period');
  expect(anchorOf(problem({ path: '/study/1', row: 'r7', slot: 'proof' }))).toBe('/study/r7~proof');
});

test('two versions are compared place by place, rows by id and not by position', () => {
  const mine = [
    { id: 'b', t: 'B' },
    { id: 'a', t: 'A' },
  ];
  const theirs = [
    { id: 'a', t: 'A' },
    { id: 'b', t: 'X' },
  ];
  expect(differences(mine, theirs)).toEqual([{ path: ['b', 't'], mine: 'B', theirs: 'X' }]);
  const order = [
    { id: 'a', t: 'A' },
    { id: 'b', t: 'B' },
  ];
  expect(differences(mine, order)).toEqual([{ path: [], mine, theirs: order }]);
});

const rows: FieldSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: { open: { type: 'string' }, hidden: { type: 'string', sensitive: true } },
  },
};

test('a draft leaves sensitive fields out, also in rows, and takes them from the stored answers again', () => {
  const typed = [{ id: 'r1', open: 'new', hidden: 'secret' }];
  const draft = withoutSensitive(typed, rows);
  expect(JSON.stringify(draft)).not.toContain('secret');
  const stored: Json = [
    { id: 'r0', hidden: 'other' },
    { id: 'r1', open: 'old', hidden: 'kept' },
  ];
  expect(withSensitive(draft, stored, rows)).toEqual([{ id: 'r1', open: 'new', hidden: 'kept' }]);
});

test('a file is refused in a sentence before it travels', () => {
  const words = formWords['zh-CN'];
  const limits = { accept: ['application/pdf'], fileBytes: 10_485_760, left: 5_000_000 };
  const pdf = { name: '证书.pdf', type: 'application/pdf', size: 1_000 };
  expect(refuseFile(pdf, limits, words)).toBeNull();
  expect(refuseFile({ ...pdf, type: 'image/png' }, limits, words)).toMatch(/^“证书\.pdf”不是 PDF 文件/);
  expect(refuseFile({ ...pdf, size: 0 }, limits, words)).toBe(words.emptyFile);
  const tooLong = refuseFile({ ...pdf, size: 10_485_761 }, { ...limits, left: 99_999_999 }, words);
  expect(tooLong).toMatch(/文件 10\.01 MB，超过单个文件上限 10 MB/);
  const noRoom = refuseFile({ ...pdf, size: 5_000_001 }, limits, words);
  expect(noRoom).toContain('剩余 4.76 MB');
  expect(formatBytes(0)).toBe('0 KB');
});

test('a list offers what is valid on the day, or what a rule has narrowed it to, and the word for none', () => {
  const codes = {
    l: {
      id: 'l',
      title: 'L',
      entries: [
        { code: 'a', title: 'A' },
        { code: 'b', title: 'B', validTo: '2026-01-01' },
      ],
    },
  };
  const lists = { codes, asOf: '2026-01-02' };
  expect(choicesOf({ type: 'string', code: 'l' }, lists)).toEqual([{ value: 'a', label: 'A' }]);
  expect(choicesOf({ type: 'string', code: 'l', none: '-' }, lists, [])).toEqual([
    { value: '-', label: '-' },
  ]);
  expect(choicesOf({ type: 'string' }, lists)).toBeUndefined();
});

test('rows move by one and stop at the edge; columns follow the order that the definition names', () => {
  const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  expect(moved(list, 'c', -1).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  expect(moved(list, 'a', -1)).toEqual(list);
  const record: FieldSchema = { properties: { x: { title: 'X' }, y: { title: 'Y' }, z: {} } };
  const columns = columnsOfRows(
    record,
    { '': { order: ['y'] }, '/x': { width: 90 } },
    (pointer) => pointer !== '/z',
  );
  expect(columns.map(({ key, title, width }) => [key, title, width])).toEqual([
    ['y', 'Y', undefined],
    ['x', 'X', 90],
  ]);
});

test('the page has the state of its worst section; when all is saved, the latest time', () => {
  const at = (time: string) => ({ kind: 'saved' as const, at: `2026-05-01T${time}Z` });
  expect(saveOverview([at('10:00:00'), { kind: 'offline' }, { kind: 'saving' }]).kind).toBe('offline');
  expect(saveOverview([at('10:00:00'), at('11:00:00'), { kind: 'saved', at: null }])).toEqual(at('11:00:00'));
});
