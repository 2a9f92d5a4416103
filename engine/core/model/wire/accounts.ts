import { type Static, Type } from 'typebox';
import { after, closed, filledText, id, nullable, oneOf, text, username, version } from './parts.ts';

/** A line of the user management. */
export const AccountView = closed({
  id,
  name: text(),
  username: text(),
  role: text(),
  roleTitle: text(),
  organisation: text(),
  organisationId: nullable(text()),
  organisationKind: nullable(text()),
  status: text(),
  statusTitle: text(),
  /** The case of their own registration, where they have one. */
  caseId: nullable(id),
  version,
  createdAt: text(),
});
export type AccountView = Static<typeof AccountView>;

/** GET /api/accounts?… */
export const AccountSearch = closed({
  text: Type.Optional(text(100)),
  status: Type.Optional(oneOf('pending', 'active', 'frozen')),
  after: Type.Optional(after),
});
export type AccountSearch = Static<typeof AccountSearch>;

/** A page of accounts; `after` is where the next one begins, null at the end. */
export const AccountPage = closed({ accounts: Type.Array(AccountView), after: nullable(text()) });
/** A page of accounts; `after` is where the next one begins, null at the end. */
export type AccountPage = Static<typeof AccountPage>;

/** POST /api/accounts. */
export const NewUser = closed({ name: filledText(200), username, role: id });
export type NewUser = Static<typeof NewUser>;

/** PUT /api/accounts/:id. */
export const StatusChange = closed({ status: oneOf('active', 'frozen') });
export type StatusChange = Static<typeof StatusChange>;

/** A first password: shown once, never stored, to be changed at the first login. */
export const InitialPassword = closed({ id, username: text(), password: text() });
export type InitialPassword = Static<typeof InitialPassword>;
