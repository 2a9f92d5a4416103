import { pointer } from '#core/json/index.ts';
import { isNumberPattern } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A roster over the rows of a section that is no table, with sums of what is no number, or a pattern of numbers on dates. */
export const rosterShape: Check = {
  code: 'roster-shape',
  run: ({ definition }) =>
    definition.rosters.flatMap((roster, index) => {
      const sums = roster.columns.flatMap(({ subtotal, type }, column): Finding[] =>
        subtotal && type !== 'number'
          ? [
              {
                at: pointer('rosters', index, 'columns', column, 'subtotal'),
                sentence: 'roster-shape.sum' as const,
              },
            ]
          : [],
      );
      for (const [column, { number, type }] of roster.columns.entries())
        if (number !== undefined && type === 'date')
          sums.push({
            at: pointer('rosters', index, 'columns', column, 'number'),
            sentence: 'roster-shape.number' as const,
          });
        else if (number !== undefined && !isNumberPattern(number))
          sums.push({
            at: pointer('rosters', index, 'columns', column, 'number'),
            sentence: 'roster-shape.pattern' as const,
            params: { number },
          });
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
