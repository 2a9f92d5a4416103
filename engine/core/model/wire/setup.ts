import type { Static } from 'typebox';
import { closed, filledText, newSecret, text, username } from './parts.ts';

/** GET /api/setup/:token: whom the one-time link makes. */
export const SetupView = closed({ organisation: text(), roleTitle: text() });
export type SetupView = Static<typeof SetupView>;

/** POST /api/setup/:token. */
export const FirstUser = closed({
  name: filledText(200),
  username,
  password: newSecret,
  question: text(40),
  answer: filledText(200),
});
export type FirstUser = Static<typeof FirstUser>;
