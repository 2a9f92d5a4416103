import { widgets } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';
import { hintsOf } from '../../hints.ts';
import { meantHint } from '../../nearest.ts';

/** A widget that the language does not have. */
export const unknownWidget: Check = {
  code: 'unknown-widget',
  run: (context) =>
    hintsOf(context).flatMap(({ hint, at }) => {
      if (hint.widget === undefined || widgets.has(hint.widget)) return [];
      const meant = meantHint(hint.widget, [...widgets.keys()]);
      return [{ at: `${at}/widget`, params: { widget: hint.widget }, ...meant }];
    }),
};
