import { isMultipleOf } from '#core/json/index.ts';
import type { FieldSchema } from '#core/model/index.ts';
import { decimalsShown, isNumberPattern } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';

/** What is no pattern of numbers, one on what is no number, or one that would hide digits of what somebody types. */
export const unfitNumber: Check = {
  code: 'unfit-number',
  run: ({ fields }) =>
    fields.flatMap(({ schema, pointer }): Finding[] => {
      const { number, type } = schema;
      if (number === undefined) return [];
      const at = `${pointer}/number`;
      if (!isNumberPattern(number)) return [{ at, params: { number } }];
      if (type !== 'number' && type !== 'integer') return [{ at, sentence: 'unfit-number.type' as const }];
      const most = decimalsShown(number);
      return hides(schema, most)
        ? [{ at, sentence: 'unfit-number.digits' as const, params: { number, most } }]
        : [];
    }),
};

/** What is computed may have more digits than are written; what is typed may not. */
function hides({ type, derive, multipleOf }: FieldSchema, most: number): boolean {
  if (type === 'integer' || derive !== undefined) return false;
  return multipleOf === undefined || !isMultipleOf(multipleOf, Number(`1e-${most}`));
}
