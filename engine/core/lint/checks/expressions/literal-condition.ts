import type { Check } from '../../context.ts';

/** A text or number where a condition belongs: `"true"` in quotes would always hold, and so would `"false"`. */
export const literalCondition: Check = {
  code: 'literal-condition',
  run: ({ logics }) =>
    logics
      .filter(({ use, logic }) => use !== 'value' && (typeof logic === 'string' || typeof logic === 'number'))
      .map(({ logic, pointer }) => ({
        at: pointer,
        params: { value: JSON.stringify(logic) },
        hint: { sentence: 'condition' as const },
      })),
};
