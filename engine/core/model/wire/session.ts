import { type Static, Type } from 'typebox';
import { closed, filledText, id, newSecret, nullable, proof, secret, text } from './parts.ts';

/** GET /api/session; null where nobody is logged in. */
export const SessionView = closed({
  user: closed({
    id,
    name: text(),
    username: text(),
    role: text(),
    roleTitle: text(),
    /** How the work of the role is done, in the programme's words. */
    guide: Type.Array(closed({ title: text(), text: Type.Array(text()) })),
    abilities: Type.Array(text()),
    mustChangePassword: Type.Boolean(),
    /** Their role asks for a second factor that they have not set up; they may do nothing else before. */
    mustEnrol: Type.Boolean(),
    /** Whether they have a security question. */
    hasQuestion: Type.Boolean(),
    /** Whether they log in with a code as well. */
    secondFactor: Type.Boolean(),
  }),
  organisation: nullable(
    closed({ id, name: text(), kind: text(), kindTitle: text(), path: Type.Array(text()) }),
  ),
  /** The case of the user's own registration, or null. */
  registration: nullable(id),
});
export type SessionView = Static<typeof SessionView>;

/** POST /api/session. `proof` is the solved task of the human check; `code` the one-time code, once it was asked for. */
export const Credentials = closed({
  username: text(64),
  password: secret,
  proof,
  code: Type.Optional(text(10)),
});
export type Credentials = Static<typeof Credentials>;

/** `secondFactor`: the password was right, and a one-time code is wanted besides. */
export const LoginView = closed({ secondFactor: Type.Optional(Type.Boolean()) });
export type LoginView = Static<typeof LoginView>;

/** PUT /api/session/password. Question and answer come together; whoever has none yet, or has an initial password, must bring them. */
export const PasswordChange = closed({
  current: secret,
  next: newSecret,
  question: Type.Optional(text(40)),
  answer: Type.Optional(filledText(200)),
});
export type PasswordChange = Static<typeof PasswordChange>;

/** PUT /api/session/language: one of the programme's `languages`. */
export const LanguageChoice = closed({ language: text(20) });
export type LanguageChoice = Static<typeof LanguageChoice>;
