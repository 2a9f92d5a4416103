import type { FieldSchema } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

const MOST_ROWS = 200;

/** Records that the lists in the rows of one table may hold together. */
const MOST_INSIDE = 1_000;

/** Tables and lists must say how long they may become: at most 200, the lists in all rows of a table 1,000 together. */
export const rowLimit: Check = {
  code: 'row-limit',
  run: ({ sections, fields }) => {
    const tables = sections.flatMap(({ section, pointer }) =>
      section.kind === 'table' && section.schema ? [{ schema: section.schema, at: `${pointer}/schema` }] : [],
    );
    const own = sections.flatMap(({ section, pointer }) =>
      section.own ? [{ schema: { maxItems: section.own.max }, at: `${pointer}/own/max` }] : [],
    );
    const lists = fields.flatMap(({ schema, pointer }) =>
      schema.type === 'array' && isUnbounded(schema) ? [{ schema, at: pointer }] : [],
    );
    const inside = fields.flatMap(({ schema, pointer, site }) =>
      holdsRecords(schema) && site?.section.kind === 'table'
        ? tooMany(schema, site.section.schema, pointer)
        : [],
    );
    const limited = [...tables, ...own, ...lists].flatMap(({ schema, at }): Finding[] => {
      if (schema.maxItems === undefined) return [{ at, sentence: 'row-limit.none' as const }];
      const place = at.endsWith('/own/max') ? at : `${at}/maxItems`;
      return schema.maxItems > MOST_ROWS
        ? [
            {
              at: place,
              params: { rows: schema.maxItems, most: MOST_ROWS },
            },
          ]
        : [];
    });
    return [...limited, ...inside];
  },
};

const holdsRecords = ({ items }: FieldSchema): boolean => items?.properties !== undefined;

/** Records are counted; a list of answers without a limit takes as many as any list. */
const isUnbounded = (schema: FieldSchema): boolean =>
  (schema.maxItems ?? 0) > MOST_ROWS || (holdsRecords(schema) && schema.maxItems === undefined);

function tooMany({ maxItems = 0 }: FieldSchema, table: FieldSchema | undefined, at: string): Finding[] {
  const rows = (table?.maxItems ?? 0) * maxItems;
  if (rows <= MOST_INSIDE) return [];
  return [{ at: `${at}/maxItems`, sentence: 'row-limit.inside', params: { rows, most: MOST_INSIDE } }];
}
