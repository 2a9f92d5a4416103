import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A route of applications in which no event checks the answers: rules and required fields have no effect. */
export const uncheckedAnswers: Check = {
  code: 'unchecked-answers',
  run: ({ routes, definition }) =>
    routes
      .filter(({ route }) => route.subject === 'application')
      .filter(({ route }) => definition.categories.some((category) => category.route === route.id))
      .filter(({ route }) => !Object.values(route.events).some((event) => event.requiresValid))
      .map(({ pointer: at }) => ({
        at: at + pointer('events'),
        severity: 'warning' as const,
        hint: { sentence: 'valid' as const },
      })),
};
