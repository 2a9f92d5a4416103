import { at, boolean, id, integer, json, nullable, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const ORGANISATIONS = {
  id: primary(id()),
  kind: id(),
  name: text(200),
  searchName: text(500),
  parentId: nullable(id()),
  path: text(512),
  level: integer(),
  status: text(20),
  caseId: nullable(id()),
  attributes: json(),
  createdAt: at(),
  version: integer(),
};

const USERS = {
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
};

const SESSIONS = {
  idHash: primary(text(64)),
  userId: within('users', id()),
  createdAt: at(),
  seenAt: at(),
  expiresAt: at(),
};
const UNIQUE_VALUES = { binding: primary(text(80)), hash: primary(text(64)), caseId: id() };
const BARS = { hash: primary(text(64)), cycle: primary(text(60)), route: primary(id()), caseId: id() };

/** Organisations, users, sessions, and the hashes that hold a person to one account. */
export const accounts: Migration = {
  name: '0001-accounts',
  async up(step) {
    await createTable(step, 'organisations', ORGANISATIONS, [
      { name: 'organisations_path', fields: ['path'], unique: true },
      { name: 'organisations_parent', fields: ['parentId', 'name'] },
      { name: 'organisations_name', fields: ['name', 'id'] },
    ]);
    await createTable(step, 'users', USERS, [
      { name: 'users_username', fields: ['usernameKey'], unique: true },
      { name: 'users_organisation', fields: ['organisationId'] },
      { name: 'users_case', fields: ['caseId'] },
      { name: 'users_name', fields: ['name', 'id'] },
    ]);
    await createTable(step, 'sessions', SESSIONS, [
      { name: 'sessions_user', fields: ['userId'] },
      { name: 'sessions_expiry', fields: ['expiresAt'] },
    ]);
    await createTable(step, 'unique_values', UNIQUE_VALUES, [
      { name: 'unique_values_case', fields: ['caseId'] },
    ]);
    await createTable(step, 'bars', BARS);
  },
};
