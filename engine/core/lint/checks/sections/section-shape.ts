import type { SectionDefinition } from '#core/model/index.ts';
import type { Check } from '../../context.ts';

const OF_GRID = ['columns', 'cells', 'items', 'own'] as const;

/** A section whose parts do not belong to its kind, or that lacks what its kind needs. */
export const sectionShape: Check = {
  code: 'section-shape',
  run: ({ sections }) =>
    sections.flatMap(({ section, pointer }) =>
      checkSection(section).map((finding) => ({ ...finding, at: pointer + finding.at })),
    ),
};

function checkSection(section: SectionDefinition): { at: string; message: string }[] {
  return [...schemaOf(section), ...gridOf(section), ...extrasOf(section)];
}

function schemaOf({ kind, schema }: SectionDefinition): { at: string; message: string }[] {
  if (kind === 'form' && schema?.type !== 'object')
    return [{ at: '', message: 'A form needs a schema of type object' }];
  if (kind === 'table' && (schema?.type !== 'array' || schema.items?.type !== 'object')) {
    return [{ at: '', message: 'A table needs a schema of type array whose items are objects' }];
  }
  const stray = (kind === 'grid' || kind === 'documents') && schema !== undefined;
  return stray ? [{ at: '/schema', message: `A section of kind "${kind}" has no schema` }] : [];
}

function gridOf(section: SectionDefinition): { at: string; message: string }[] {
  if (section.kind !== 'grid') {
    return OF_GRID.filter((key) => section[key] !== undefined).map((key) => ({
      at: `/${key}`,
      message: `Only a grid has "${key}"`,
    }));
  }
  const lacking = OF_GRID.slice(0, 3).filter((key) => section[key] === undefined);
  return [...lacking.map((key) => ({ at: '', message: `A grid needs "${key}"` })), ...yearsOf(section)];
}

function yearsOf({ columns }: SectionDefinition): { at: string; message: string }[] {
  if (columns === undefined || Array.isArray(columns) || columns.years.from <= columns.years.to) return [];
  return [
    { at: '/columns/years', message: 'The years end before they begin, so that the grid has no columns' },
  ];
}

function extrasOf({ kind, mark, strike }: SectionDefinition): { at: string; message: string }[] {
  const findings: { at: string; message: string }[] = [];
  if (mark && kind !== 'table' && kind !== 'grid')
    findings.push({ at: '/mark', message: 'Only a table or a grid can be marked' });
  if (strike && kind !== 'table')
    findings.push({ at: '/strike', message: 'Only the rows of a table can be struck' });
  return findings;
}
