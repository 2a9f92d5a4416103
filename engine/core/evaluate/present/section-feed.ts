import { recordSchema, saysNone } from '#core/form/index.ts';
import { childAt } from '#core/json/index.ts';
import type {
  Application,
  CompiledGridItem,
  CompiledSection,
  FieldSchema,
  Json,
  JsonObject,
  Shown,
} from '#core/model/index.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { feed } from './check-code.ts';
import { type Feed, listFeed, objectFeed, type Part, textFeed } from './feeds.ts';
import { filesOf } from './files.ts';
import { type Line, lineText, shownColumns, shownLines, writingCells } from './grid.ts';
import { fieldText, sectionView, shownRows } from './section.ts';
import { standsOn } from './shown.ts';
import { type Writer, writing } from './text.ts';

/** The answers of which a section is fed. */
export type Answered = { resolved: ResolvedAnswers; application: Application };

/** For which sheet, and with which words. */
type Sheet = { sheet: string; writer: Writer };

/** What stands of a section with its value. */
type Shows = Answered & { value: Json };

/** The feed of what a sheet shows of a section: what `sectionView` would write. */
export function sectionFeed(section: CompiledSection, on: Sheet, shown: Shown): Feed<Answered> {
  const { id, definition } = section;
  const parts = new Map<string, Part<Shows>>([
    ['title', { fixed: definition.title }],
    ['visible', { fixed: true }],
    ['fields', section.kind === 'form' ? { feed: (part) => formFeed(section, on, part) } : { fixed: {} }],
    ['rows', section.kind === 'table' ? { feed: (part) => rowsFeed(section, on, part) } : { fixed: [] }],
    ['columns', { fixed: section.kind === 'grid' ? shownColumns(section) : [] }],
    ['items', section.kind === 'grid' ? { feed: (part) => linesFeed(section, on, part) } : { fixed: [] }],
    ['files', { feed: (part) => filesFeed(section, on, part) }],
  ]);
  const ofShown = objectFeed(parts, shown);
  return (lanes, { resolved, application }, at) => {
    const value = resolved.values[id];
    // Hardly any section is: what is written of it is little.
    if (value === undefined || saysNone(section, application.sections[id]))
      feed(lanes, sectionView(section, resolved, application, { ...on, shown }), shown);
    else ofShown(lanes, { resolved, application, value }, at);
  };
}

function formFeed({ definition }: CompiledSection, on: Sheet, shown: Shown): Feed<Shows> {
  const fields = objectFeed(fieldParts(recordSchema(definition), on), shown);
  return (lanes, { value }, at) => fields(lanes, value, at);
}

/** The fields of a record that stand on the sheet. */
function fieldParts(schema: FieldSchema, on: Sheet): Map<string, Part<Json | undefined>> {
  const shown = Object.entries(schema.properties ?? {}).filter(([, field]) => standsOn(field, on.sheet));
  return new Map(shown.map(([name, field]) => [name, fieldPart(name, field, on)]));
}

function fieldPart(name: string, field: FieldSchema, on: Sheet): Part<Json | undefined> {
  return {
    feed: (shown) => {
      const inner = fieldFeed(field, on, shown);
      return (lanes, record, at) => inner(lanes, childAt(record, name), at);
    },
  };
}

function fieldFeed(field: FieldSchema, on: Sheet, shown: Shown): Feed<Json | undefined> {
  const { sheet, writer } = on;
  if (field.properties !== undefined && field.text === undefined)
    return objectFeed(fieldParts(field, on), shown);
  if (field.items === undefined) return textFeed(writing(field, writer), shown);
  return (lanes, value) => feed(lanes, fieldText(field, value, sheet, writer), shown);
}

function rowsFeed(section: CompiledSection, on: Sheet, shown: Shown): Feed<Shows> {
  const number: Part<Json | undefined> = {
    feed: (part) => (lanes, _row, at) => feed(lanes, at + 1, part),
  };
  const parts = new Map([['index', number], ...fieldParts(recordSchema(section.definition), on)]);
  const rows = listFeed<JsonObject>((part) => objectFeed(parts, part), shown);
  if (rows === undefined) return viewFeed(section, on, 'rows', shown);
  return (lanes, { value, application }, at) =>
    rows(lanes, shownRows(section, value, application.strikes, on.sheet), at);
}

function linesFeed(section: CompiledSection, on: Sheet, shown: Shown): Feed<Shows> {
  const lines = listFeed<Line>((part) => lineFeed(section, on, part), shown);
  if (lines === undefined) return viewFeed(section, on, 'items', shown);
  return (lanes, { resolved, value }, at) => lines(lanes, shownLines(section, resolved, value, on.sheet), at);
}

function lineFeed(section: CompiledSection, { writer }: Sheet, shown: Shown): Feed<Line> {
  const items = new Map(section.items.map((item) => [item, itemFeed(section, item, writer, shown)]));
  return (lanes, line, at) => {
    const known = line.item === null ? undefined : items.get(line.item);
    if (known && line.item !== null) known(lanes, line.cells, at);
    else feed(lanes, lineText(section, line, writer), shown);
  };
}

function itemFeed(
  section: CompiledSection,
  { id, title, unit = '', schema }: CompiledGridItem,
  writer: Writer,
  shown: Shown,
): Feed<Json | undefined> {
  const write = writingCells(section, schema, writer);
  const cells: Part<Json | undefined> = {
    feed: (part) => {
      const texts = listFeed<string>((inner) => textFeed((text) => text, inner), part);
      return (lanes, value, at) => {
        const written = write(value);
        if (texts) texts(lanes, written, at);
        else feed(lanes, written, part);
      };
    },
  };
  const fixed = Object.entries({ id, title, unit }).map(([key, text]): [string, Part<Json | undefined>] => [
    key,
    { fixed: text },
  ]);
  return objectFeed(new Map([...fixed, ['cells', cells]]), shown);
}

function filesFeed(section: CompiledSection, { sheet }: Sheet, shown: Shown): Feed<Shows> {
  return (lanes, { resolved, application }) =>
    feed(lanes, filesOf(section, resolved, application, sheet), shown);
}

/** Where single elements are shown by their numbers, the part is written and fed as it is. */
function viewFeed(section: CompiledSection, on: Sheet, part: 'rows' | 'items', shown: Shown): Feed<Shows> {
  return (lanes, { resolved, application }) =>
    feed(lanes, sectionView(section, resolved, application, { ...on, shown: true })[part], shown);
}
