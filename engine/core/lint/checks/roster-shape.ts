import { pointer } from '../../vocabulary/index.ts';
import type { Check } from '../context.ts';

/** A roster over the rows of a section that is no table. */
export const rosterShape: Check = {
  code: 'roster-shape',
  run: ({ definition }) =>
    definition.rosters.flatMap((roster, index) => {
      if (roster.rowsOf === undefined) return [];
      const sections = definition.categories
        .filter((category) => category.route === roster.route)
        .flatMap((category) => category.sections);
      const table = sections.some((section) => section.id === roster.rowsOf && section.kind === 'table');
      return table
        ? []
        : [
            {
              at: pointer('rosters', index, 'rowsOf'),
              message: `There is no table "${roster.rowsOf}" on this route`,
            },
          ];
    }),
};
