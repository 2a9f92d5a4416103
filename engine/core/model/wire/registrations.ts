import { type Static, Type } from 'typebox';
import {
  anyObject,
  closed,
  filledText,
  id,
  newSecret,
  nullable,
  proof,
  secret,
  text,
  username,
} from './parts.ts';

/** POST /api/registrations; `proof` is the solved task of the human check. */
export const Registration = closed({
  form: id,
  username,
  password: newSecret,
  question: text(40),
  answer: filledText(200),
  sections: anyObject(),
  proof,
});
export type Registration = Static<typeof Registration>;

/** POST /api/registrations/progress: asked by whoever registered, with what they will log in with. */
export const RegistrationQuestion = closed({ username: text(64), password: secret, proof });
export type RegistrationQuestion = Static<typeof RegistrationQuestion>;

/** How a registration stands. */
export const RegistrationProgress = closed({
  stateTitle: text(),
  /** Under which organisation it was made: who decides on it. */
  organisation: text(),
  sentAt: text(),
  /** Whether its owner may log in: to everything, to the registration alone (false), or not at all (null). */
  entry: nullable(Type.Boolean()),
  isFrozen: Type.Boolean(),
  /** The last decision, with what was written along with it. */
  last: nullable(closed({ at: text(), opinions: Type.Array(text()) })),
});
export type RegistrationProgress = Static<typeof RegistrationProgress>;
