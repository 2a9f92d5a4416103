import { SUM } from '#core/form/index.ts';
import type { SectionDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** Sums of a grid that are no numbers, that stand nowhere, or whose name is taken. */
export const unfitSums: Check = {
  code: 'unfit-sums',
  run: ({ sections }) =>
    sections.flatMap(({ section, pointer }) =>
      findings(section).map((finding) => ({ ...finding, at: `${pointer}${String(finding.at)}` })),
    ),
};

function findings({ kind, sums, cells = {}, items = [], columns }: SectionDefinition): Finding[] {
  if (kind !== 'grid' || sums === undefined) return [];
  const type = cells[sums.cell]?.type ?? 'number';
  const isTaken = items.some(({ id }) => id === SUM);
  const isColumn = Array.isArray(columns) && columns.some(({ id }) => id === SUM);
  return [
    ...(type === 'number' || type === 'integer'
      ? []
      : [{ at: '/sums/cell', sentence: 'unfit-sums.type' as const }]),
    ...(sums.down === undefined && sums.across === undefined
      ? [{ at: '/sums', sentence: 'unfit-sums.nowhere' as const }]
      : []),
    ...(isTaken ? [{ at: '/items', sentence: 'unfit-sums.taken' as const, params: { name: SUM } }] : []),
    ...(isColumn ? [{ at: '/columns', sentence: 'unfit-sums.taken' as const, params: { name: SUM } }] : []),
  ];
}
