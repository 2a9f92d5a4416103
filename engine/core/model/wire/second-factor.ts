import { type Static, Type } from 'typebox';
import { closed, text } from './parts.ts';

/** POST /api/session/second-factor: the secret in letters, and the address that an app's camera reads from a picture. */
export const NewFactor = closed({ secret: text(), uri: text() });
export type NewFactor = Static<typeof NewFactor>;

/** What an authenticator app shows. */
export const OneTimeCode = closed({ code: Type.String({ maxLength: 10, pattern: '^[0-9]{6}$' }) });
export type OneTimeCode = Static<typeof OneTimeCode>;
