import { recordSchema } from '../../compile/index.ts';
import type {
  Application,
  CompiledSection,
  FieldSchema,
  Json,
  JsonObject,
  RowRef,
} from '../../model/index.ts';
import { isObject, valueAt } from '../answers.ts';
import { isHidden } from '../hidden.ts';
import type { Settled } from '../settle/index.ts';
import { textOf, type Writer } from './text.ts';
import type { SectionView, Texts } from './view.ts';

/** Whether something stands on a sheet; what names no sheets stands where its section does. */
export function standsOn(sheets: string[] | undefined, sheet: string, otherwise: boolean): boolean {
  return sheets === undefined ? otherwise : sheets.includes(sheet);
}

/** What a sheet shows of one section. A hidden section keeps its title and nothing else. */
export function sectionView(
  section: CompiledSection,
  settled: Settled,
  application: Application,
  sheet: string,
  writer: Writer,
): SectionView {
  const { id, title, kind } = section.definition;
  const value = settled.values[id];
  const view: SectionView = {
    title,
    visible: value !== undefined,
    fields: {},
    rows: [],
    columns: [],
    items: [],
    files: [],
  };
  if (value === undefined) return view;
  const files = filesOf(section, settled, application, sheet);
  if (kind === 'form')
    return { ...view, files, fields: fieldTexts(recordSchema(section.definition), value, sheet, writer) };
  if (kind === 'table')
    return { ...view, files, rows: rowTexts(section, value, application.strikes, sheet, writer) };
  if (kind === 'grid')
    return {
      ...view,
      files,
      columns: [...section.columns],
      items: itemTexts(section, settled, value, sheet, writer),
    };
  return { ...view, files };
}

function fieldTexts(schema: FieldSchema, value: Json | undefined, sheet: string, writer: Writer): Texts {
  const texts: Texts = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (!standsOn(field.sheets, sheet, true)) continue;
    texts[name] = fieldText(field, valueAt(value, [name]), sheet, writer);
  }
  return texts;
}

function fieldText(
  field: FieldSchema,
  value: Json | undefined,
  sheet: string,
  writer: Writer,
): Texts[string] {
  if (field.properties !== undefined && field.text === undefined)
    return fieldTexts(field, value, sheet, writer);
  if (field.items !== undefined && field.items.properties === undefined && Array.isArray(value)) {
    return value.map((item) => textOf(field.items ?? {}, item, writer));
  }
  return textOf(field, value, writer);
}

function rowTexts(
  section: CompiledSection,
  value: Json,
  strikes: RowRef[],
  sheet: string,
  writer: Writer,
): SectionView['rows'] {
  const rows = Array.isArray(value) ? value.filter(isObject) : [];
  const shown = rows.filter(
    (row) => isTicked(section, row.mark, sheet) && !isStruck(section, row, strikes, sheet),
  );
  return shown.map((row, index) => ({
    ...fieldTexts(recordSchema(section.definition), row, sheet, writer),
    index: index + 1,
  }));
}

/** The tick decides only over the sheets that the section's `mark` names. */
function isTicked(section: CompiledSection, mark: Json | undefined, sheet: string): boolean {
  const decides = section.definition.mark;
  if (decides === undefined || !decides.sheets.includes(sheet)) return true;
  return typeof mark === 'boolean' ? mark : decides.default;
}

function isStruck(section: CompiledSection, row: JsonObject, strikes: RowRef[], sheet: string): boolean {
  if (section.definition.strike?.sheets.includes(sheet) !== true) return false;
  return strikes.some((strike) => strike.section === section.definition.id && strike.row === row.id);
}

function itemTexts(
  section: CompiledSection,
  settled: Settled,
  grid: Json,
  sheet: string,
  writer: Writer,
): SectionView['items'] {
  const listed = section.items
    .filter((item) => !isHidden(settled.hidden, item))
    .filter((item) => isTicked(section, valueAt(grid, ['marks', item.id]), sheet))
    .map(({ id, title, unit, schema }) => ({
      id,
      title,
      unit: unit ?? '',
      cells: cellTexts(section, schema, valueAt(grid, ['cells', id]), writer),
    }));
  return [...listed, ...ownTexts(section, grid, sheet, writer)];
}

function ownTexts(section: CompiledSection, grid: Json, sheet: string, writer: Writer): SectionView['items'] {
  const own = valueAt(grid, ['own']);
  const cell = section.definition.cells?.[section.definition.own?.cell ?? ''] ?? {};
  const rows = Array.isArray(own)
    ? own.filter(isObject).filter((row) => isTicked(section, row.mark, sheet))
    : [];
  return rows.map((row) => ({
    id: String(row.id ?? ''),
    title: String(row.title ?? ''),
    unit: String(row.unit ?? ''),
    cells: cellTexts(section, cell, row.cells, writer),
  }));
}

function cellTexts(
  section: CompiledSection,
  cell: FieldSchema,
  cells: Json | undefined,
  writer: Writer,
): string[] {
  const row = isObject(cells) ? cells : {};
  return section.columns.map(({ id }) => (Object.hasOwn(row, id) ? textOf(cell, row[id], writer) : ''));
}

/**
 * File names by slot. Files of hidden slots, of rows that the sheet leaves out and of unknown slots are left out, and
 * slots for the signed print of this very sheet: it would change by being handed in.
 */
function filesOf(
  section: CompiledSection,
  settled: Settled,
  application: Application,
  sheet: string,
): SectionView['files'] {
  const id = section.definition.id;
  const rows = settled.values[id];
  const shownRow = (row: string): boolean => {
    const found = Array.isArray(rows)
      ? rows.filter(isObject).find((candidate) => candidate.id === row)
      : undefined;
    return (
      found !== undefined &&
      isTicked(section, found.mark, sheet) &&
      !isStruck(section, found, application.strikes, sheet)
    );
  };
  const slots = section.slots.filter(({ definition }) => definition.of !== sheet);
  return slots.map((compiled) => {
    const slot = compiled.definition;
    const files = application.files.filter((file) => file.section === id && file.slot === slot.id);
    const shown = files.filter(
      (file) =>
        !isHidden(settled.hidden, compiled, file.row) && (file.row === undefined || shownRow(file.row)),
    );
    return { slot: slot.id, title: slot.title, names: shown.map((file) => file.name) };
  });
}
