import type { Check } from '../../context.ts';
import { shapeFaults } from '../../meta.ts';
import { isHostileKey } from './hostile-key.ts';

/** A key that the language does not have: misspelt, or in a place where it has no meaning. `hostile-key` reports the rest. */
export const unknownKey: Check = {
  code: 'unknown-key',
  run: (context) =>
    shapeFaults(context).filter(
      ({ code, params }) => code === 'unknown-key' && !isHostileKey(String(params?.key)),
    ),
};
