import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** Two entries with the same code. */
export const duplicateCode: Check = {
  code: 'duplicate-code',
  run: ({ definition }) =>
    definition.codes.flatMap((list, index) => {
      const seen = new Set<string>();
      return list.entries.flatMap(({ code }, position) => {
        if (!seen.has(code)) return seen.add(code) && [];
        return [
          {
            at: pointer('codes', index, 'entries', position, 'code'),
            params: { code },
          },
        ];
      });
    }),
};
