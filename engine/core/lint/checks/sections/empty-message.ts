import { pointer } from '#core/json/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A rule without a message. */
export const emptyMessage: Check = {
  code: 'empty-message',
  run: ({ sections, definition, routes }) => [
    ...sections.flatMap((site) => checkMessages(site.section.rules, `${site.pointer}/rules`)),
    ...definition.categories.flatMap((category, index) =>
      checkMessages(category.rules, pointer('categories', index, 'rules')),
    ),
    ...routes.flatMap((site) =>
      Object.entries(site.route.events).flatMap(([name, event]) =>
        checkMessages(event.conditions, site.pointer + pointer('events', name, 'conditions')),
      ),
    ),
  ],
};

function checkMessages(rules: { message: string }[] | undefined, at: string): Finding[] {
  return (rules ?? []).flatMap((rule, index) =>
    rule.message.trim() === '' ? [{ at: at + pointer(index, 'message') }] : [],
  );
}
