import { pointer } from '#core/json/index.ts';
import { answerField } from '../../answer-field.ts';
import type { Check } from '../../context.ts';

/** A summary column of a field that is not there. */
export const summaryNamesNothing: Check = {
  code: 'summary-names-nothing',
  run: ({ definition }) =>
    definition.categories.flatMap((category, index) =>
      (category.summary ?? []).flatMap(({ at }, position) =>
        answerField(category.sections, definition.edition.cycle, at)
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
