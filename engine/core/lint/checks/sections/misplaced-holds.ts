import type { Check } from '../../context.ts';

/** `holds` is said of a form or of one of its fields: a row or a cell is not written by an event, and not voided. */
export const misplacedHolds: Check = {
  code: 'misplaced-holds',
  run: ({ sections, fields }) => [
    ...sections
      .filter(({ section }) => section.holds !== undefined && section.kind !== 'form')
      .map(({ pointer }) => ({ at: `${pointer}/holds`, sentence: 'misplaced-holds' as const })),
    ...fields
      .filter(({ schema, site, path }) => schema.holds !== undefined && !isOwnField(site?.section.kind, path))
      .map(({ pointer }) => ({ at: `${pointer}/holds`, sentence: 'misplaced-holds' as const })),
  ],
};

const isOwnField = (kind: string | undefined, path: string): boolean =>
  kind === 'form' && path.lastIndexOf('/') === 0;
