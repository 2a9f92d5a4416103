import { at, id, primary, text, within } from '../columns.ts';
import { table } from '../table.ts';
import type { Session } from '../types.ts';

export const sessionTable = table<Session>('sessions', {
  idHash: primary(text(64)),
  userId: within('users', id()),
  createdAt: at(),
  seenAt: at(),
  expiresAt: at(),
});
