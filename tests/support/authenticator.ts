import { Secret, TOTP } from 'otpauth';

/** What an authenticator app that was given this secret shows at a moment. */
export const codeAt = (secret: string, moment: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: moment.getTime() });
