import { cellSchema, choiceTitle, columnsOf, itemsOf, recordSchema } from '#core/form/index.ts';
import type { Definition, FieldSchema, GridColumn, SectionDefinition } from '#core/model/index.ts';
import { ANY, either, group, type Kind, type Node } from './node.ts';

const KINDS: Partial<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'record',
};
const DATES = ['date', 'month', 'date-time', 'time'];

/** A field by its schema; its values by the titles of its choices or its code list. */
export function fieldNode(schema: FieldSchema, definition: Definition): Node {
  const { title, properties, items, format, type = '' } = schema;
  const kind = format !== undefined && DATES.includes(format) ? 'date' : (KINDS[type] ?? 'any');
  return {
    kind,
    ...(title === undefined ? {} : { title }),
    ...titlesOf(schema, definition),
    below: (segment) => {
      if (properties && Object.hasOwn(properties, segment))
        return fieldNode(properties[segment] ?? {}, definition);
      return items && /^\d+$/.test(segment) ? fieldNode(items, definition) : undefined;
    },
    ...(items === undefined ? {} : { element: fieldNode(items, definition) }),
  };
}

function titlesOf(schema: FieldSchema, definition: Definition): Pick<Node, 'valueTitle'> {
  if (schema.oneOf !== undefined) return { valueTitle: (value) => choiceTitle(schema, value) };
  const codes = definition.codes.find((list) => list.id === schema.code);
  if (codes === undefined) return wordsOf(schema);
  return { valueTitle: (value) => codes.entries.find((entry) => entry.code === value)?.title };
}

function wordsOf({ words }: FieldSchema): Pick<Node, 'valueTitle'> {
  if (words === undefined) return {};
  return { valueTitle: (value) => (Object.hasOwn(words, String(value)) ? words[String(value)] : undefined) };
}

/** A section's answers. `isOwn`: the sentence is about something inside it and leaves its title out. */
export function sectionNode(section: SectionDefinition, definition: Definition, isOwn = false): Node {
  const { schema = {}, kind } = section;
  const node = kind === 'grid' ? gridNode(section, definition) : fieldNode(schema, definition);
  if (kind === 'table') Object.assign(node, rowsOf(section, definition));
  return { ...node, title: section.title, ...(isOwn ? { silent: true } : {}) };
}

function rowsOf(section: SectionDefinition, definition: Definition): Pick<Node, 'element' | 'below'> {
  const element = recordNode(section, definition);
  return { element, below: (segment) => (/^\d+$/.test(segment) ? element : undefined) };
}

/** One row of a table, or the record of a form. */
export function recordNode(section: SectionDefinition, definition: Definition): Node {
  const node = fieldNode(recordSchema(section), definition);
  return section.mark === undefined
    ? node
    : either([node, group({ mark: { kind: 'boolean', title: section.mark.title } })]);
}

function gridNode(section: SectionDefinition, definition: Definition): Node {
  const columns = columnsOf(section, definition.edition.cycle);
  const items = itemsOf(section);
  const cells: Node = {
    kind: 'record',
    title: section.title,
    silent: true,
    below: (segment) => {
      const item = items.find((known) => known.id === segment);
      return item && itemNode(section, item, columns, definition);
    },
  };
  const marks = group(
    Object.fromEntries(
      items.map(({ id, title }): [string, Node] => [id, { kind: 'boolean', title, wrappedIn: 'mark' }]),
    ),
  );
  return group({
    cells,
    marks,
    own: {
      kind: 'list',
      title: section.own?.title ?? section.title,
      element: ownNode(section, columns, definition),
    },
  });
}

/** An item that somebody added: its cells are called by their columns. */
function ownNode(
  { own, ...section }: SectionDefinition,
  columns: GridColumn[],
  definition: Definition,
): Node {
  if (own === undefined || section.cells?.[own.cell] === undefined) return ANY;
  const { title: _title, ...cell } = fieldNode(cellSchema(section, own.cell), definition);
  const cells = columns.map(({ id, title }): [string, Node] => [id, { ...cell, title }]);
  return group({ cells: { ...group(Object.fromEntries(cells), own.title), silent: true, element: cell } });
}

type Item = NonNullable<SectionDefinition['items']>[number];

function itemNode(
  section: SectionDefinition,
  item: Item,
  columns: GridColumn[],
  definition: Definition,
): Node {
  const cell = cellNode(section, item, definition);
  return {
    kind: 'record',
    title: item.title,
    element: cell,
    below: (segment) => {
      const column = columns.find((known) => known.id === segment);
      return column && { ...cell, title: column.title };
    },
  };
}

/** A grid's cell: what it is called follows from its item and column. */
export function cellNode(section: SectionDefinition, item: Item, definition: Definition): Node {
  const schema = section.cells?.[item.cell] === undefined ? {} : cellSchema(section, item.cell, item.schema);
  const { title: _title, ...node } = fieldNode(schema, definition);
  return node;
}
