import { describe, expect, it } from 'vitest';
import { base32, codeAt, fromBase32, keyUri, stepAt, stepOf } from '#server/services/entry/totp.ts';

const SECRET = Buffer.from('12345678901234567890');

describe('one-time passwords', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are those of RFC 6238, appendix B, at %d seconds', (seconds, code) => {
    expect(codeAt(SECRET, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
  });

  it.each([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ])('are those of RFC 4226, appendix D: %s', (code) => {
    const all = Array.from({ length: 10 }, (_, step) => codeAt(SECRET, step));
    expect(all).toContain(code);
  });

  it('are accepted one step early or late, and no further', () => {
    const now = new Date(1_700_000_010_000);
    const step = stepAt(now);
    for (const drift of [-1, 0, 1])
      expect(stepOf(SECRET, codeAt(SECRET, step + drift), now)).toBe(step + drift);
    for (const drift of [-2, 2]) expect(stepOf(SECRET, codeAt(SECRET, step + drift), now)).toBeNull();
    for (const code of ['', '12345', '1234567', 'abcdef']) expect(stepOf(SECRET, code, now)).toBeNull();
  });

  it('write their secret as RFC 4648 does', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(Buffer.from(fromBase32('MZXW6YTBOI')).toString()).toBe('foobar');
    expect(Buffer.from(fromBase32(base32(SECRET)))).toEqual(SECRET);
    expect(() => fromBase32('0')).toThrow(RangeError);
  });

  it('are handed to an app as a key URI', () => {
    expect(keyUri(Buffer.from('foobar'), 'Garden grants', 'a@b')).toBe(
      'otpauth://totp/Garden%20grants:a%40b?secret=MZXW6YTBOI&issuer=Garden+grants',
    );
  });
});
