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
  'editBy',
  'sheets',
] as const;
type Key = (typeof ENGINE)[number] | 'sensitive';

/**
 * Conditions, writers and sheets belong to the fields of a record or row; the items of a list and the cells of a grid
 * have none of their own. Cells are not sealed either: a sensitive answer belongs in a field.
 */
export const misplacedCondition: Check = {
  code: 'misplaced-condition',
  run: ({ fields }) =>
    fields.flatMap((field) => [
      ...(isInList(field) || isInCell(field) ? refused(field.schema, field.pointer) : []),
      ...(field.schema.items === undefined ? [] : refused(field.schema.items, `${field.pointer}/items`)),
      ...(isInCell(field) ? refused(field.schema, field.pointer, ['sensitive']) : []),
    ]),
};

const isInList = ({ path }: FieldSite): boolean => path.split('/').includes('*');
const isInCell = ({ site }: FieldSite): boolean => site?.section.kind === 'grid';

function refused(schema: FieldSchema, at: string, keys: readonly Key[] = ENGINE) {
  return keys
    .filter((key) => schema[key] !== undefined)
    .map((key) => ({
      at: `${at}/${key}`,
      params: { key },
      hint: { sentence: 'list' as const },
    }));
}
