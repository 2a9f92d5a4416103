import type { Static } from 'typebox';
import { anyObject, closed, filledText, id, proof, text, username } from './parts.ts';

/** POST /api/registrations; `proof` is the solved task of the human check. */
export const Registration = closed({
  form: id,
  username,
  password: filledText(200),
  question: text(40),
  answer: filledText(200),
  sections: anyObject(),
  proof,
});
export type Registration = Static<typeof Registration>;
