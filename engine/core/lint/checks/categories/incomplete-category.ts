import { pointer } from '#core/json/index.ts';
import type { Check, Finding } from '../../context.ts';

/** What a category must have once everything that it extends is merged in. */
export const incompleteCategory: Check = {
  code: 'incomplete-category',
  run: ({ definition }) =>
    definition.categories.flatMap((category, index): Finding[] => {
      const at = pointer('categories', index);
      const menus = (category.menus ?? []).map((menu) => menu.id);
      const isAccountForm = definition.categories[index]?.account !== undefined;
      return [
        ...(category.title === '' ? [{ at, message: 'The category has no title' }] : []),
        ...(category.route === '' ? [{ at, message: 'The category has no route' }] : []),
        ...(category.pages.length === 0 ? [{ at, message: 'The category has no pages' }] : []),
        ...(isAccountForm || category.applicant !== undefined || category.sections.length > 0
          ? []
          : [{ at, message: 'The category has no sections' }]),
        ...category.pages.flatMap((page, position) =>
          menus.includes(page.menu)
            ? []
            : [{ at: at + pointer('pages', position, 'menu'), message: `There is no menu "${page.menu}"` }],
        ),
      ];
    }),
};
