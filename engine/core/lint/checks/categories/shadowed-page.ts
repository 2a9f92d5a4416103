import { pointer } from '#core/json/index.ts';
import { genericPages } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';

/** A page of an application that is called as one that every application has: nobody could ever turn to it. */
export const shadowedPage: Check = {
  code: 'shadowed-page',
  run: ({ definition }) =>
    definition.categories.flatMap(({ account, pages }, index) =>
      pages.flatMap(({ id }, position) =>
        account === undefined && genericPages.some((page) => page === id)
          ? [
              {
                at: pointer('categories', index, 'pages', position, 'id'),
                params: { id },
              },
            ]
          : [],
      ),
    ),
};
