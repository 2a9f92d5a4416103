import type { categories as pattern } from '../zh-CN/categories.ts';

/** What is wrong with categories, and what is named twice or not at all. */
export const categories: typeof pattern = {
  'complete-page': 'A registration is handed in at once: there is no next page to hold back',
  'duplicate-id': 'Another one of this kind is already called "{id}"',
  'incomplete-category.title': 'The category has no title',
  'incomplete-category.route': 'The category has no route',
  'incomplete-category.pages': 'The category has no pages',
  'incomplete-category.sections': 'The category has no sections',
  'incomplete-category.menu': 'There is no menu "{menu}"',
  'overlay-names-nothing': 'The category has no section "{section}" to overlay',
  'overlay-names-nothing.remove': 'There is no "{id}" here to remove',
  'overlay-names-nothing.beside': 'There is no "{id}" here to stand beside',
  'overlay-two-places': 'Say "before" or "after", not both',
  'overlay-renames': 'The overlay calls this "{id}"; its id stays',
  'menu-page.registration': 'A registration has no page "{page}"',
  'menu-page.twice': 'Another menu is the page "{page}" already',
  'menu-page.holds': 'Menu "{menu}" is a page itself and holds none',
  'shadowed-page': 'Every application has a page "{id}" already; this one would never be seen',
  'limit-shape.tag': 'No state of an application carries the tag "{tag}"',
  'limit-shape.both':
    'The tag "{tag}" bars every further application already: whether it counts says nothing',
  'limit-shape.more':
    'Of all categories there are at most {all} together: {most} of this one are never reached',
  'limit-shape.uncounted': 'Without a number it says nothing which applications count no longer',
  'limit-shape.registration': 'A registration has no limit',
  'summary-names-nothing': 'There is no field at "{path}"',
  'costly-category': 'The form has {count} rules and conditions; at most {most}',
  'costly-category.asked':
    'With its tables full, the rules and conditions are asked {count} times; at most {most}',
  'unknown-route': 'There is no route "{route}"',
  'unknown-route.account': 'Route “{route}” is for applications, a registration needs one for accounts',
  'unknown-route.application': 'Route “{route}” is for accounts, an application needs one for applications',
  'unknown-sheet': 'There is no sheet "{sheet}"',
  'unused-file.section': 'No category uses this section',
  'unused-file.fragment': 'No field uses this fragment',
  'unused-file.category': 'No category extends this one',
};
