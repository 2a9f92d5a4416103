import { formats } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';
import { nearest } from '../../nearest.ts';

/** A format that the language does not have, or on something that is no text. */
export const unknownFormat: Check = {
  code: 'unknown-format',
  run: ({ fields }) =>
    fields.flatMap(({ schema: { format, type }, pointer }) => {
      if (format === undefined) return [];
      const at = `${pointer}/format`;
      if (!Object.hasOwn(formats, format)) {
        const meant = nearest(format, Object.keys(formats));
        return [
          {
            at,
            message: `There is no format "${format}"`,
            ...(meant ? { hint: `"${meant}" may be meant` } : {}),
          },
        ];
      }
      return type === 'string' ? [] : [{ at, message: 'Only text has a format' }];
    }),
};
