import type { Static } from 'typebox';
import { closed, filledText, text, username } from './parts.ts';

/** GET /api/setup/:token: whom the one-time link makes. */
export const SetupView = closed({ organisation: text(), roleTitle: text() });
export type SetupView = Static<typeof SetupView>;

/** POST /api/setup/:token. */
export const FirstUser = closed({
  name: filledText(200),
  username,
  password: filledText(200),
  question: text(40),
  answer: filledText(200),
});
export type FirstUser = Static<typeof FirstUser>;
