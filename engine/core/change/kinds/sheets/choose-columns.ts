import type { Editor } from '../../editor/editor.ts';
import { fieldPath, inSection } from '../../find/homes.ts';
import { findPart, type Reading } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { cycleOf } from '../recognised.ts';
import { type ChosenColumn, columnEdits } from './column-edits.ts';
import { type PrintedTable, tablesOf } from './printed-tables.ts';
import { foreignTemplates, templateOf } from './templates.ts';

/**
 * A table of a sheet has these columns, in this order: columns that it has, by what they print, and fields of its section
 * that it did not print until now.
 */
export const chooseColumns = defineKind('chooseColumns', {
  required: ['sheet', 'table', 'columns'],
  optional: ['cycle'],
  make(editor, { sheet, table: key, columns, cycle }) {
    const file = templateOf(editor, sheet, cycle);
    const tables = tablesOf(textOf(editor, file));
    const table = tables.find((one) => one.key === key);
    if (!table || new Set(columns).size < columns.length)
      throw new ChangeRefused('no-table', { table: key }, file);
    const chosen = columns.map((column) => chosenColumn(editor, { table, column, file }, cycle));
    choose(editor, file, { table, chosen });
    for (const { path } of foreignTemplates(editor, file)) {
      const same = tablesOf(textOf(editor, path))[tables.indexOf(table)];
      if (same && keysOf(same) === keysOf(table)) choose(editor, path, { table: same, chosen });
    }
  },
  words: ({ sheet, table, columns, cycle }, titles, files) => ({
    where: titles.part('sheet', sheet, cycle),
    title: table,
    titles: columns.map((column) => titleOf(files, { sheet, table, column, cycle })),
  }),
  recognise(difference) {
    const { part, path, before, after } = difference;
    const isOwn = part.kind === 'template' && part.language === undefined && path.length === 0;
    if (!isOwn || typeof before !== 'string' || typeof after !== 'string') return [];
    const was = tablesOf(before);
    return tablesOf(after).flatMap((table) => {
      const known = was.find(({ key }) => key === table.key);
      if (!known || keysOf(known) === keysOf(table)) return [];
      const columns = table.columns.map(({ key }) => key);
      return [{ sheet: part.id, ...cycleOf(difference), table: table.key, columns }];
    });
  },
});

const textOf = (files: Pick<Editor, 'value'>, file: string): string => String(files.value(file) ?? '');
const keysOf = ({ columns }: PrintedTable): string => columns.map(({ key }) => key).join('\n');

type Asked = { table: PrintedTable; column: string; file: string };

/** A column that is there, or a field that is not printed yet. */
function chosenColumn(editor: Editor, { table, column, file }: Asked, cycle?: string): ChosenColumn {
  const index = table.columns.findIndex(({ key }) => key === column);
  if (index >= 0) return { index };
  const title = fieldTitle(editor, table, column, cycle);
  if (title === undefined) throw new ChangeRefused('absent', { at: column }, file);
  return { field: column, title };
}

function fieldTitle(files: Reading, { section }: PrintedTable, field: string, cycle?: string) {
  if (section === undefined) return undefined;
  const level = { section, ...(cycle !== undefined && { cycle }) };
  const schema = fieldPath(files, level, field);
  if (inSection(files, level, schema) === undefined) return undefined;
  return String(inSection(files, level, [...schema, 'title']) ?? field);
}

/** From the end of the file to its beginning, so that nothing moves before it is replaced. */
function choose(editor: Editor, file: string, wanted: { table: PrintedTable; chosen: ChosenColumn[] }): void {
  const template = textOf(editor, file);
  const edits = columnEdits(template, wanted);
  if (!edits) throw new ChangeRefused('no-columns', { table: wanted.table.key }, file);
  for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start))
    if (template.slice(start, end) !== text) editor.respan(file, start, end, text);
}

type Named = { sheet: string; table: string; column: string; cycle: string | undefined };

function titleOf(files: Reading, { sheet, table: key, column, cycle }: Named): string {
  const file = findPart(files, 'template', sheet, cycle)?.path ?? '';
  const table = tablesOf(textOf(files, file)).find((one) => one.key === key);
  const known = table?.columns.find((one) => one.key === column)?.title;
  if (known !== undefined || !table?.section) return known ?? column;
  const level = { section: table.section, ...(cycle !== undefined && { cycle }) };
  return String(inSection(files, level, [...fieldPath(files, level, column), 'title']) ?? column);
}
