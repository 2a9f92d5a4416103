/** Organisations, users, their logins, and what only one account may hold. */
import type { JsonObject } from '#core/model/index.ts';
import type { At } from './at.ts';

/** `pending` until its registration is approved; organisations below a `frozen` one are not available. */
export type OrganisationStatus = 'pending' | 'active' | 'frozen' | 'deleted';

/** A node of the organisation tree. */
export type Organisation = {
  id: string;
  kind: string;
  name: string;
  /** What searches look in besides the name: folded to lower case; may hold initials. */
  searchName: string;
  parentId: string | null;
  /** `/root/a/b/`: the ids from the root down to itself. */
  path: string;
  level: number;
  status: OrganisationStatus;
  /** The case of its registration. */
  caseId: string | null;
  attributes: JsonObject;
  createdAt: At;
  version: number;
};

/** `pending` until the registration is approved. */
export type UserStatus = 'pending' | 'active' | 'frozen' | 'deleted';

/** An account: somebody who may log in, in one role at one organisation. */
export type User = {
  id: string;
  /** As typed; unique without regard to case and width. */
  username: string;
  passwordHash: string;
  mustChangePassword: boolean;
  passwordExpiresAt: At | null;
  /** When somebody logged in with an initial password: it works only once. */
  passwordUsedAt: At | null;
  /** Code of the security question. */
  question: string | null;
  answerHash: string | null;
  name: string;
  role: string;
  organisationId: string | null;
  /** The case of the registration. */
  caseId: string | null;
  /** The language that they have chosen; null = none yet. */
  language: string | null;
  status: UserStatus;
  version: number;
  createdAt: At;
};

/** A login that holds until `expiresAt`. */
export type Session = {
  /** SHA-256 of the token in the cookie; the token itself is never stored. */
  idHash: string;
  userId: string;
  createdAt: At;
  seenAt: At;
  expiresAt: At;
};

/** Something that may be used once; deleted when it would have expired anyway. `key` is a hash. */
export type UsedToken = { key: string; until: At };

/** A one-time link by which an organisation gets its first user of a role. The token itself is never stored. */
export type Setup = { tokenHash: string; organisationId: string; role: string; expiresAt: At };

/** A user's second factor; it is active from its first right code on. */
export type SecondFactor = {
  userId: string;
  /** Sealed. */
  secret: string;
  confirmed: boolean;
  /** The newest time step whose code was accepted: none up to it is accepted again. */
  lastStep: number;
  createdAt: At;
};

/** A value that only one account may hold: `binding` is the definition's id of it, `hash` the keyed hash. */
export type UniqueValue = { binding: string; hash: string; caseId: string };

/** Nobody with this hash may apply in this cycle on this route. Outlives the account. */
export type Ban = { hash: string; cycle: string; route: string; caseId: string };
