import type { Check, Finding } from '../../context.ts';

const MOST_ROWS = 200;

/** Tables and lists must say how long they may become, at most 200. */
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
      schema.type === 'array' && (schema.maxItems ?? 0) > MOST_ROWS ? [{ schema, at: pointer }] : [],
    );
    return [...tables, ...own, ...lists].flatMap(({ schema, at }): Finding[] => {
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
  },
};
