import { at, boolean, id, integer, nullable, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { User } from '../types.ts';

/** `usernameKey` is the user name without case and width; null once the account is deleted, so that the name is free. */
export type UserRow = User & { usernameKey: string | null };

export const userTable = table<UserRow>('users', {
  id: primary(id()),
  username: text(100),
  usernameKey: nullable(text(100)),
  passwordHash: text(255),
  mustChangePassword: boolean(),
  passwordExpiresAt: nullable(at()),
  question: nullable(text(80)),
  answerHash: nullable(text(255)),
  name: text(200),
  role: id(),
  organisationId: nullable(id()),
  caseId: nullable(id()),
  status: text(20),
  version: integer(),
  createdAt: at(),
  passwordUsedAt: nullable(at()),
});
