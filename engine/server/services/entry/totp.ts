import { type Secret, TOTP } from 'otpauth';

/** One step early or late: clocks differ, and people type slowly. */
const DRIFT = 1;
/** The library compares bytes and throws where a character has more than one. */
const CODE = /^[0-9]{6}$/;

/** The time step (RFC 6238) whose code this is, around now; null when it is none. */
export function stepOf(secret: Secret, code: string, now: Date): number | null {
  if (!CODE.test(code)) return null;
  const timestamp = now.getTime();
  const drift = TOTP.validate({ token: code, secret, timestamp, window: DRIFT });
  return drift === null ? null : TOTP.counter({ timestamp }) + drift;
}

/** What an app reads from a QR code (Key URI format). */
export const keyUri = (secret: Secret, issuer: string, account: string): string =>
  new TOTP({ secret, issuer, label: account }).toString();
