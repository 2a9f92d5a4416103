import type { Check } from '../../context.ts';

/** `blank` is the word of a grid's cells; elsewhere the word is `none`. */
export const misplacedBlank: Check = {
  code: 'misplaced-blank',
  run: ({ fields }) =>
    fields.flatMap(({ schema, pointer, site }) =>
      schema.blank !== undefined && site?.section.kind !== 'grid'
        ? [{ at: `${pointer}/blank`, hint: { sentence: 'blank' as const } }]
        : [],
    ),
};
