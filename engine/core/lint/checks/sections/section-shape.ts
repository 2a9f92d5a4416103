import type { SectionDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

const OF_GRID = ['columns', 'cells', 'items', 'own', 'sums'] as const;

/** A section whose parts do not belong to its kind, or that lacks what its kind needs. */
export const sectionShape: Check = {
  code: 'section-shape',
  run: ({ sections }) =>
    sections.flatMap(({ section, pointer }) =>
      checkSection(section).map((finding) => ({ ...finding, at: `${pointer}${String(finding.at)}` })),
    ),
};

function checkSection(section: SectionDefinition): Finding[] {
  return [...schemaOf(section), ...gridOf(section), ...extrasOf(section)];
}

function schemaOf({ kind, schema }: SectionDefinition): Finding[] {
  if (kind === 'form' && schema?.type !== 'object') return [{ at: '', sentence: 'section-shape.form' }];
  if (kind === 'table' && (schema?.type !== 'array' || schema.items?.type !== 'object')) {
    return [{ at: '', sentence: 'section-shape.table' }];
  }
  const stray = (kind === 'grid' || kind === 'documents') && schema !== undefined;
  return stray ? [{ at: '/schema', sentence: 'section-shape.no-schema', params: { kind } }] : [];
}

function gridOf(section: SectionDefinition): Finding[] {
  if (section.kind !== 'grid') {
    return OF_GRID.filter((key) => section[key] !== undefined).map((key) => ({
      at: `/${key}`,
      sentence: 'section-shape.grid-only',
      params: { key },
    }));
  }
  const lacking = OF_GRID.slice(0, 3).filter((key) => section[key] === undefined);
  return [
    ...lacking.map((key) => ({ at: '', sentence: 'section-shape.grid-needs' as const, params: { key } })),
    ...yearsOf(section),
  ];
}

function yearsOf({ columns }: SectionDefinition): Finding[] {
  if (columns === undefined || Array.isArray(columns) || columns.years.from <= columns.years.to) return [];
  return [{ at: '/columns/years', sentence: 'section-shape.years' }];
}

function extrasOf({ kind, mark, strike }: SectionDefinition): Finding[] {
  const findings: Finding[] = [];
  if (mark && kind !== 'table' && kind !== 'grid')
    findings.push({ at: '/mark', sentence: 'section-shape.mark' });
  if (strike && kind !== 'table') findings.push({ at: '/strike', sentence: 'section-shape.strike' });
  return findings;
}
