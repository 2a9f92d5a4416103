import type { Check } from '../../context.ts';

/** A grid's item is made of a cell type that the grid does not have. */
export const unknownCell: Check = {
  code: 'unknown-cell',
  run: ({ sections }) =>
    sections.flatMap(({ section, pointer }) => {
      const known = Object.keys(section.cells ?? {});
      const named = [
        ...(section.items ?? []).map((item, index) => ({
          cell: item.cell,
          at: `${pointer}/items/${index}/cell`,
        })),
        ...(section.sums ? [{ cell: section.sums.cell, at: `${pointer}/sums/cell` }] : []),
        ...(section.own ? [{ cell: section.own.cell, at: `${pointer}/own/cell` }] : []),
      ];
      return named
        .filter(({ cell }) => cell !== undefined && !known.includes(cell))
        .map(({ cell, at }) => ({ at, params: { cell } }));
    }),
};
