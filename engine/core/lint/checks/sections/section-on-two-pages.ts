import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';
import { duplicates } from '../../duplicates.ts';

/** A section stands on one page of a category. */
export const sectionOnTwoPages: Check = {
  code: 'section-on-two-pages',
  run: ({ definition }) =>
    definition.categories.flatMap((category, index) => {
      const places = category.pages.flatMap((page, position) =>
        page.sections.map((id, place) => ({
          id,
          at: pointer('categories', index, 'pages', position, 'sections', place),
        })),
      );
      return duplicates(
        places.map(({ id }) => id),
        (found) => places[found]?.at ?? '',
      );
    }),
};
