import type { Check, LintContext } from '../../context.ts';
import type { SectionSite } from '../../walk/sections.ts';

/** Codes that the fields of one section may offer together. */
const MOST_CODES = 50_000;

/** A section whose fields offer so many codes that checking an answer, and sending the form, takes too long. */
export const oversizedChoice: Check = {
  code: 'oversized-choice',
  run: (context) =>
    context.sections.flatMap((site) => {
      const count = codesOf(site, context);
      return count > MOST_CODES ? [{ at: site.pointer, params: { count, most: MOST_CODES } }] : [];
    }),
};

function codesOf(site: SectionSite, { fields, definition }: LintContext): number {
  const sizes = new Map(definition.codes.map(({ id, entries }) => [id, entries.length]));
  const own = fields.filter((field) => field.site === site);
  return own.reduce((sum, { schema }) => sum + (sizes.get(schema.code ?? '') ?? 0), 0);
}
