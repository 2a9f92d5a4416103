import { fieldsInOrder, recordSchema, saysNone } from '#core/form/index.ts';
import { asList, isObject, valueAt } from '#core/json/index.ts';
import type { Application, CompiledSection, FieldSchema, Json, RowRef, Shown } from '#core/model/index.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { partOf } from './cut.ts';
import { filesOf } from './files.ts';
import { itemTexts, shownColumns } from './grid.ts';
import { isStruck, isTicked, standsOn } from './shown.ts';
import { textOf, type Writer } from './text.ts';
import type { SectionView, Texts } from './view.ts';

/** The sheet that is written, with what, and how much of a section it shows: what is not shown is not written. */
type Page = { sheet: string; writer: Writer; shown: Shown };

type LastingView = { section: CompiledSection; shown: Shown; view: SectionView };

const LASTING = new WeakMap<object, LastingView>();

/**
 * What a sheet shows of one section. Where it follows from the section's value alone, the same value has the same view:
 * values are replaced and never changed.
 */
export function sectionView(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  application: Application,
  page: Page,
): SectionView {
  const value = resolved.values[section.id];
  const key = followsFrom(section, value, page) ? value : undefined;
  const known = key && LASTING.get(key);
  if (known?.section === section && known.shown === page.shown) return known.view;
  const view = writtenView(section, resolved, application, page);
  if (key) LASTING.set(key, { section, shown: page.shown, view: Object.freeze(view) });
  return view;
}

/** Neither files, nor struck rows, nor hidden items, nor the word that there are no rows, have a part in it. */
function followsFrom(
  { definition, items }: CompiledSection,
  value: Json | undefined,
  { shown }: Page,
): value is Json & object {
  if (typeof value !== 'object' || value === null || (Array.isArray(value) && value.length === 0))
    return false;
  if (partOf(shown, 'files') !== undefined || definition.strike !== undefined) return false;
  return items.every(({ visible }) => visible === undefined);
}

/** A hidden section keeps its title and nothing else. */
function writtenView(
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

function fieldText(
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
  const rows = Array.isArray(value) ? value.filter(isObject) : [];
  const shown = rows.filter(
    (row) => isTicked(section, row.mark, sheet) && !isStruck(section, row, strikes, sheet),
  );
  const schema = recordSchema(section.definition);
  // A field that is called `index` goes before the number: its answer is not to be had in another way.
  return shown.map((row, index) =>
    Object.assign({ index: index + 1 }, fieldTexts(schema, row, sheet, writer)),
  );
}
