import { fieldNamed } from '#core/form/index.ts';
import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A summary column of a field that is not there. */
export const summaryNamesNothing: Check = {
  code: 'summary-names-nothing',
  run: ({ definition }) =>
    definition.categories.flatMap((category, index) =>
      (category.summary ?? []).flatMap(({ at }, position) =>
        fieldNamed(category.sections, at)
          ? []
          : [
              {
                at: pointer('categories', index, 'summary', position, 'at'),
                params: { path: at },
              },
            ],
      ),
    ),
};
