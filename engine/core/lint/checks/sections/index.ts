import type { Check } from '../../context.ts';
import { emptyMessage } from './empty-message.ts';
import { emptyTable } from './empty-table.ts';
import { judgesNothing } from './judges-nothing.ts';
import { misplacedHolds } from './misplaced-holds.ts';
import { neverOpen } from './never-open.ts';
import { rowLimit } from './row-limit.ts';
import { rulePlace } from './rule-place.ts';
import { sectionOnTwoPages } from './section-on-two-pages.ts';
import { sectionShape } from './section-shape.ts';
import { slotOfSheet } from './slot-of-sheet.ts';
import { slotShape } from './slot-shape.ts';
import { unfitSums } from './unfit-sums.ts';
import { unknownCell } from './unknown-cell.ts';

/** Sections: columns, slots, rules. One check a file, one line here. */
export const sections: Check[] = [
  sectionShape,
  sectionOnTwoPages,
  unknownCell,
  unfitSums,
  neverOpen,
  rowLimit,
  emptyTable,
  slotShape,
  slotOfSheet,
  rulePlace,
  emptyMessage,
  misplacedHolds,
  judgesNothing,
];
