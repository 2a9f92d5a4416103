import { pointer } from '#core/json/index.ts';
import type { CategoryDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A menu that is a page of every application: each once, without pages of the form in it, on applications alone. */
export const menuPage: Check = {
  code: 'menu-page',
  run: ({ definition }) =>
    definition.categories.flatMap((category, index) => checkMenus(category, pointer('categories', index))),
};

function checkMenus({ account, menus = [], pages }: CategoryDefinition, at: string): Finding[] {
  return menus.flatMap(({ id, page }, index): Finding[] => {
    if (page === undefined) return [];
    const place = at + pointer('menus', index, 'page');
    if (account !== undefined) return [{ at: place, sentence: 'menu-page.registration', params: { page } }];
    const first = menus.findIndex((menu) => menu.page === page);
    const twice: Finding[] =
      first < index ? [{ at: place, sentence: 'menu-page.twice', params: { page } }] : [];
    return [...twice, ...pagesIn(id, pages, at)];
  });
}

function pagesIn(menu: string, pages: CategoryDefinition['pages'], at: string): Finding[] {
  return pages.flatMap((page, index) =>
    page.menu === menu
      ? [
          {
            at: at + pointer('pages', index, 'menu'),
            sentence: 'menu-page.holds' as const,
            params: { menu },
          },
        ]
      : [],
  );
}
