import { asList, pointer } from '#core/json/index.ts';
import type { Check, Finding } from '../../context.ts';
import { hintsOf } from '../../hints.ts';

/** A hint for a field that is not there. */
export const uiNamesNothing: Check = {
  code: 'ui-names-nothing',
  run: (context) =>
    hintsOf(context).flatMap(({ hint, schema, path, at }): Finding[] => {
      if (!schema) return [{ at, params: { path } }];
      const known = Object.keys(schema.properties ?? {});
      return asList(hint.order).flatMap((name, index) =>
        known.includes(String(name))
          ? []
          : [
              {
                at: at + pointer('order', index),
                sentence: 'ui-names-nothing.order' as const,
                params: { name: String(name) },
              },
            ],
      );
    }),
};
