import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A registration is handed in as one page: none of its pages can be held until it is complete. */
export const completePage: Check = {
  code: 'complete-page',
  run: ({ definition }) =>
    definition.categories.flatMap((category, index) =>
      category.account === undefined
        ? []
        : category.pages.flatMap(({ complete }, page) =>
            complete === undefined ? [] : [{ at: pointer('categories', index, 'pages', page, 'complete') }],
          ),
    ),
};
