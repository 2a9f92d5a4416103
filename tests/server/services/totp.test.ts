import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { keyUri, stepOf } from '#server/services/entry/totp.ts';
import { codeAt } from '../../support/authenticator.ts';

const SECRET = Secret.fromLatin1('12345678901234567890');
const STEP = 30;
const at = (seconds: number) => new Date(seconds * 1000);

describe('one-time passwords', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are the last six digits of RFC 6238, appendix B, at %d seconds', (seconds, code) => {
    expect(stepOf(SECRET, code.slice(2), at(seconds))).toBe(Math.floor(seconds / STEP));
  });

  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, step) => ({ code, step }),
    ),
  )('are those of RFC 4226, appendix D, at step $step: $code', ({ code, step }) => {
    expect(stepOf(SECRET, code, at(step * STEP))).toBe(step);
  });

  it('are accepted one step early or late, and no further', () => {
    const seconds = 1_700_000_010;
    const step = Math.floor(seconds / STEP);
    const shown = (drift: number) => codeAt(SECRET.base32, at(seconds + drift * STEP));
    for (const drift of [-1, 0, 1]) expect(stepOf(SECRET, shown(drift), at(seconds))).toBe(step + drift);
    for (const drift of [-2, 2]) expect(stepOf(SECRET, shown(drift), at(seconds))).toBeNull();
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '💥💥💥'])(
    'are six digits, and not %j',
    (code) => {
      expect(stepOf(SECRET, code, at(59))).toBeNull();
    },
  );

  it('are handed to an app as a key URI, the secret in it as RFC 4648 writes it', () => {
    expect(keyUri(Secret.fromLatin1('foobar'), 'Garden grants', 'a@b')).toBe(
      'otpauth://totp/Garden%20grants:a%40b?issuer=Garden%20grants&secret=MZXW6YTBOI&algorithm=SHA1&digits=6&period=30',
    );
  });
});
