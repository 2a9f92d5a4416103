import { fieldsInOrder, recordSchema, saysNone } from '#core/form/index.ts';
import { asList, isObject, valueAt } from '#core/json/index.ts';
import type {
  Application,
  CompiledSection,
  FieldSchema,
  Json,
  JsonObject,
  RowRef,
  Shown,
} from '#core/model/index.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { partOf } from './cut.ts';
import { filesOf } from './files.ts';
import { itemTexts, shownColumns } from './grid.ts';
import { isStruck, isTicked, standsOn } from './shown.ts';
import { textOf, type Writer } from './text.ts';
import type { SectionView, Texts } from './view.ts';

/** The sheet that is written, with what, and how much of a section it shows: what is not shown is not written. */
type Page = { sheet: string; writer: Writer; shown: Shown };

/** What a sheet shows of one section. A hidden section keeps its title and nothing else. */
export function sectionView(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  application: Application,
  page: Page,
): SectionView {
  const { id, kind } = section;
  const { sheet, writer, shown } = page;
  const value = resolved.values[id];
  const view: SectionView = {
    title: section.definition.title,
    visible: value !== undefined,
    fields: {},
    rows: [],
    columns: [],
    items: [],
    files: [],
  };
  if (value === undefined) return view;
  const shows = (part: keyof SectionView): boolean => partOf(shown, part) !== undefined;
  if (shows('files')) view.files = filesOf(section, resolved, application, sheet);
  if (kind === 'form' && shows('fields')) view.fields = recordTexts(section, value, page);
  if (kind === 'table' && shows('rows')) view.rows = rowsOf(section, value, application, sheet, writer);
  if (kind === 'grid' && shows('columns')) view.columns = shownColumns(section);
  if (kind === 'grid' && shows('items')) view.items = itemTexts(section, resolved, value, sheet, writer);
  return view;
}

function recordTexts({ definition }: CompiledSection, value: Json, { sheet, writer, shown }: Page): Texts {
  const part = partOf(shown, 'fields') ?? true;
  return fieldTexts(recordSchema(definition), value, sheet, writer, part);
}

function fieldTexts(
  schema: FieldSchema,
  value: Json | undefined,
  sheet: string,
  writer: Writer,
  shown: Shown = true,
): Texts {
  const texts: Texts = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (!standsOn(field, sheet) || partOf(shown, name) === undefined) continue;
    texts[name] = fieldText(field, valueAt(value, [name]), sheet, writer);
  }
  return texts;
}

/** What stands on a sheet of a field: a text, or several where it has parts. */
export function fieldText(
  field: FieldSchema,
  value: Json | undefined,
  sheet: string,
  writer: Writer,
): Texts[string] {
  if (field.properties !== undefined && field.text === undefined)
    return fieldTexts(field, value, sheet, writer);
  const { items } = field;
  if (items === undefined) return textOf(field, value, writer);
  if (items.properties === undefined || items.text !== undefined)
    return Array.isArray(value)
      ? value.map((item) => textOf(items, item, writer))
      : textOf(field, value, writer);
  return asList(value).map((item) => fieldTexts(items, item, sheet, writer));
}

/** The rows of a table; where the person has said that there are none, that word in the first column. */
function rowsOf(
  section: CompiledSection,
  value: Json,
  { sections, strikes }: Application,
  sheet: string,
  writer: Writer,
): SectionView['rows'] {
  const stored = sections[section.id];
  if (!saysNone(section, stored)) return rowTexts(section, value, strikes, sheet, writer);
  return [
    {
      ...withWord(
        section,
        textOf(section.shape, stored, writer),
        fieldTexts(recordSchema(section.definition), {}, sheet, writer),
      ),
      index: 1,
    },
  ];
}

/** The texts of a blank row with a word in the first column that stands on the sheet. */
function withWord({ definition }: CompiledSection, word: string, blank: Texts): Texts {
  const columns = fieldsInOrder(recordSchema(definition), definition.ui?.['']?.order).map(([name]) => name);
  const [first] = columns.filter((name) => Object.hasOwn(blank, name));
  return first === undefined ? blank : { ...blank, [first]: written(word, blank[first]) };
}

/** The word where a text stands; of a column in parts it stands in the first. */
function written(word: string, text: Texts[string] | undefined): Texts[string] {
  if (typeof text !== 'object' || Array.isArray(text)) return word;
  const [first] = Object.keys(text);
  return first === undefined ? word : { ...text, [first]: written(word, text[first]) };
}

function rowTexts(
  section: CompiledSection,
  value: Json,
  strikes: RowRef[],
  sheet: string,
  writer: Writer,
): SectionView['rows'] {
  const shown = shownRows(section, value, strikes, sheet);
  const schema = recordSchema(section.definition);
  // A field that is called `index` goes before the number: its answer is not to be had in another way.
  return shown.map((row, index) =>
    Object.assign({ index: index + 1 }, fieldTexts(schema, row, sheet, writer)),
  );
}

/** The rows of a table that a sheet shows: those that are ticked and not struck. */
export function shownRows(
  section: CompiledSection,
  value: Json | undefined,
  strikes: RowRef[],
  sheet: string,
): JsonObject[] {
  const rows = Array.isArray(value) ? value.filter(isObject) : [];
  return rows.filter((row) => isTicked(section, row.mark, sheet) && !isStruck(section, row, strikes, sheet));
}
