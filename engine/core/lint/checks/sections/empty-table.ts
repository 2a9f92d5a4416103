import type { SectionDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/**
 * A table of the applicant's says whether it may stay empty: `minItems` where it may not, `none` (the word by which a
 * person says that there is nothing) where it may. One that says neither can be handed in without anybody having
 * looked at it; one that says both offers a word that is never enough.
 */
export const emptyTable: Check = {
  code: 'empty-table',
  run: ({ sections }) =>
    sections.flatMap(({ category, section, pointer }) =>
      category.account === undefined
        ? found(section).map((finding) => ({ ...finding, at: `${pointer}${String(finding.at)}` }))
        : [],
    ),
};

function found({ kind, schema, editBy = ['applicant'] }: SectionDefinition): Finding[] {
  if (kind !== 'table' || schema?.type !== 'array') return [];
  const needsRows = (schema.minItems ?? 0) > 0;
  const byApplicant = editBy.includes('applicant');
  if (schema.none === undefined)
    return needsRows || !byApplicant
      ? []
      : [{ at: '/schema', severity: 'warning', hint: { sentence: 'none' } }];
  if (needsRows) return [{ at: '/schema/none', sentence: 'empty-table.never' }];
  return byApplicant ? [] : [{ at: '/schema/none', sentence: 'empty-table.desks' }];
}
