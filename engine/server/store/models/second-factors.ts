import { at, boolean, id, integer, long, primary, within } from '../columns.ts';
import { table } from '../table.ts';
import type { SecondFactor } from '../types.ts';

export const secondFactorTable = table<SecondFactor>('second_factors', {
  userId: within('users', primary(id())),
  secret: long(),
  confirmed: boolean(),
  lastStep: integer(),
  createdAt: at(),
});
