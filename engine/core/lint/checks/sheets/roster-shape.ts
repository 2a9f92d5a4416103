import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A roster over the rows of a section that is no table, or with sums of what is no number. */
export const rosterShape: Check = {
  code: 'roster-shape',
  run: ({ definition }) =>
    definition.rosters.flatMap((roster, index) => {
      const sums = roster.columns.flatMap(({ subtotal, type }, column) =>
        subtotal && type !== 'number'
          ? [
              {
                at: pointer('rosters', index, 'columns', column, 'subtotal'),
                sentence: 'roster-shape.sum' as const,
              },
            ]
          : [],
      );
      if (roster.rowsOf === undefined) return sums;
      const sections = definition.categories
        .filter((category) => category.route === roster.route)
        .flatMap((category) => category.sections);
      const table = sections.some((section) => section.id === roster.rowsOf && section.kind === 'table');
      return table
        ? sums
        : [
            ...sums,
            {
              at: pointer('rosters', index, 'rowsOf'),
              sentence: 'roster-shape.rows' as const,
              params: { section: roster.rowsOf },
            },
          ];
    }),
};
