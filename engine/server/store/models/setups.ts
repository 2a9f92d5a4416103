import { at, id, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { Setup } from '../types.ts';

export const setupTable = table<Setup>('setups', {
  tokenHash: primary(text(64)),
  organisationId: id(),
  role: id(),
  expiresAt: at(),
});
