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
        ...(category.title === '' ? [{ at, sentence: 'incomplete-category.title' as const }] : []),
        ...(category.route === '' ? [{ at, sentence: 'incomplete-category.route' as const }] : []),
        ...(category.pages.length === 0 ? [{ at, sentence: 'incomplete-category.pages' as const }] : []),
        ...(isAccountForm || category.applicant !== undefined || category.sections.length > 0
          ? []
          : [{ at, sentence: 'incomplete-category.sections' as const }]),
        ...category.pages.flatMap((page, position) =>
          page.menu === undefined || menus.includes(page.menu)
            ? []
            : [
                {
                  at: at + pointer('pages', position, 'menu'),
                  sentence: 'incomplete-category.menu' as const,
                  params: { menu: page.menu },
                },
              ],
        ),
      ];
    }),
};
