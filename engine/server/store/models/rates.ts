import { at, integer, primary, text } from '../columns.ts';
import { table } from '../table.ts';

type RateRow = { key: string; windowStart: string; count: number };

export const rateTable = table<RateRow>('rates', {
  key: primary(text(190)),
  windowStart: primary(at()),
  count: integer(),
});
