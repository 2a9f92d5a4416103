import type { Check, LintContext } from '../../context.ts';
import type { SectionSite } from '../../walk/sections.ts';

/** Codes that the fields of one section may offer together. */
const MOST_CODES = 50_000;

/** A section whose fields offer so many codes that checking an answer, and sending the form, takes too long. */
export const oversizedChoice: Check = {
  code: 'oversized-choice',
  run: (context) => {
    const counts = codesBySection(context);
    return context.sections.flatMap((site) => {
      const count = counts.get(site) ?? 0;
      return count > MOST_CODES ? [{ at: site.pointer, params: { count, most: MOST_CODES } }] : [];
    });
  },
};

function codesBySection({ fields, definition }: LintContext): Map<SectionSite | undefined, number> {
  const sizes = new Map(definition.codes.map(({ id, entries }) => [id, entries.length]));
  const counts = new Map<SectionSite | undefined, number>();
  for (const { site, schema } of fields)
    counts.set(site, (counts.get(site) ?? 0) + (sizes.get(schema.code ?? '') ?? 0));
  return counts;
}
