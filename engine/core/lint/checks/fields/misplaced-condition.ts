import type { FieldSchema } from '#core/model/index.ts';
import type { Check } from '../../context.ts';
import type { FieldSite } from '../../walk/fields.ts';

const ENGINE = [
  'visibleWhen',
  'requiredWhen',
  'readOnlyWhen',
  'derive',
  'preset',
  'optionsWhen',
  'disabledWhen',
  'editBy',
  'visibleTo',
  'sheets',
] as const;
type Key = (typeof ENGINE)[number] | 'sensitive';

/** What an item of a list may say of its fields, and what of itself where it is one answer. */
const IN_ITEMS: readonly Key[] = [
  'visibleWhen',
  'requiredWhen',
  'derive',
  'preset',
  'optionsWhen',
  'disabledWhen',
];
const ON_ITEMS: readonly Key[] = ['preset'];

/**
 * Conditions, writers and sheets belong to the fields of a record or row; the items of a list have few of them, the cells
 * of a grid none. Cells are not sealed either: a sensitive answer belongs in a field.
 */
export const misplacedCondition: Check = {
  code: 'misplaced-condition',
  run: ({ fields }) =>
    fields.flatMap((field) => [
      ...refused(field.schema, field.pointer, keysRefused(field)),
      ...(field.schema.items === undefined
        ? []
        : refused(field.schema.items, `${field.pointer}/items`, keysOfItems(field))),
      ...(isInCell(field) ? refused(field.schema, field.pointer, ['sensitive']) : []),
    ]),
};

const depthOf = ({ path }: FieldSite): number => path.split('/').filter((key) => key === '*').length;
const isInCell = ({ site }: FieldSite): boolean => site?.section.kind === 'grid';

/** Nobody sees them where no form is evaluated while it is filled in. */
const NOT_ASKED: readonly Key[] = ['disabledWhen'];

/** What the form of an event holds has no lists with logic; nor has a list that stands in a list. */
function keysRefused(field: FieldSite): readonly Key[] {
  const depth = depthOf(field);
  if (depth === 0 && !isInCell(field)) return field.site === undefined ? NOT_ASKED : [];
  const isItem = depth === 1 && field.site !== undefined && !isInCell(field);
  return isItem ? ENGINE.filter((key) => !IN_ITEMS.includes(key)) : ENGINE;
}

function keysOfItems(field: FieldSite): readonly Key[] {
  const isList = depthOf(field) === 0 && field.site !== undefined && !isInCell(field);
  const isAnswer = field.schema.items?.properties === undefined;
  return isList && isAnswer ? ENGINE.filter((key) => !ON_ITEMS.includes(key)) : ENGINE;
}

function refused(schema: FieldSchema, at: string, keys: readonly Key[]) {
  return keys
    .filter((key) => schema[key] !== undefined)
    .map((key) => ({
      at: `${at}/${key}`,
      params: { key },
      hint: { sentence: 'list' as const },
    }));
}
