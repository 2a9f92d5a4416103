import { pointer } from '#core/json/index.ts';
import type { Definition, SheetDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/**
 * A sheet that is to be printed in a language that the programme does not have; or one that is signed, in a programme of
 * several languages, and does not say in which of them.
 */
export const printLanguages: Check = {
  code: 'print-languages',
  run: ({ definition }) =>
    definition.sheets.flatMap((sheet, index) => [
      ...unknownLanguages(sheet, pointer('sheets', index), definition),
      ...unsaid(sheet, pointer('sheets', index), definition),
    ]),
};

function unknownLanguages(
  { languages = [] }: SheetDefinition,
  at: string,
  definition: Definition,
): Finding[] {
  const known = [definition.programme.locale, ...(definition.locales ?? []).map(({ id }) => id)];
  return languages.flatMap((language, index) =>
    known.includes(language)
      ? []
      : [
          {
            at: at + pointer('languages', index),
            sentence: 'print-languages.unknown' as const,
            params: { language, known },
          },
        ],
  );
}

function unsaid({ id, languages }: SheetDefinition, at: string, definition: Definition): Finding[] {
  if (languages !== undefined || (definition.locales ?? []).length === 0) return [];
  const slots = definition.categories.flatMap(({ sections }) => sections.flatMap((one) => one.slots ?? []));
  return slots.some((slot) => slot.of === id) ? [{ at, hint: { sentence: 'printLanguages' } }] : [];
}
