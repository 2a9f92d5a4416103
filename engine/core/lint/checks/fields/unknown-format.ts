import { formats } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';
import { meantHint } from '../../nearest.ts';

/** A format that the language does not have, or on something that is no text. */
export const unknownFormat: Check = {
  code: 'unknown-format',
  run: ({ fields }) =>
    fields.flatMap(({ schema: { format, type }, pointer }): Finding[] => {
      if (format === undefined) return [];
      const at = `${pointer}/format`;
      if (!Object.hasOwn(formats, format)) {
        return [{ at, params: { format }, ...meantHint(format, Object.keys(formats)) }];
      }
      return type === 'string' ? [] : [{ at, sentence: 'unknown-format.text' as const }];
    }),
};
