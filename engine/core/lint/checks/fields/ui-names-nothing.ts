import { asList, pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';
import { hintsOf } from '../../hints.ts';

/** A hint for a field that is not there. */
export const uiNamesNothing: Check = {
  code: 'ui-names-nothing',
  run: (context) =>
    hintsOf(context).flatMap(({ hint, schema, path, at }) => {
      if (!schema) return [{ at, message: `There is no field at "${path}"` }];
      const known = Object.keys(schema.properties ?? {});
      return asList(hint.order).flatMap((name, index) =>
        known.includes(String(name))
          ? []
          : [{ at: at + pointer('order', index), message: `There is no field "${String(name)}" to order` }],
      );
    }),
};
