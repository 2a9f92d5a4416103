/** Codes that people type from paper. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LENGTH, fromBase32, readCode, toBase32, writeCode } from '#core/attest/index.ts';

const SIGNS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const signs = fc.array(fc.constantFrom(...SIGNS), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH });
const codes = signs.map((all) => writeCode(all.join('')));

describe('a code for typing', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(codes, (code) => readCode(code) === code));
  });

  it.each([
    ['small letters', (code: string) => code.toLowerCase()],
    ['blanks for dashes', (code: string) => code.replaceAll('-', ' ')],
    ['nothing between', (code: string) => code.replaceAll('-', '')],
    ['a long dash', (code: string) => code.replaceAll('-', '—')],
    [
      'full width',
      (code: string) => code.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['letters for figures', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('is read with %s', (_, typed) => {
    fc.assert(fc.property(codes, (code) => readCode(typed(code)) === code));
  });

  it('is refused with one wrong sign', () => {
    fc.assert(
      fc.property(codes, fc.nat(CODE_LENGTH), fc.constantFrom(...SIGNS), (code, at, sign) => {
        const plain = [...code.replaceAll('-', '')];
        fc.pre(plain[at] !== sign);
        return readCode(plain.with(at, sign).join('')) === null;
      }),
    );
  });

  it('is refused with any two signs exchanged', () => {
    fc.assert(
      fc.property(codes, fc.nat(CODE_LENGTH), fc.nat(CODE_LENGTH), (code, one, other) => {
        const plain = [...code.replaceAll('-', '')];
        const [first = '', second = ''] = [plain[one], plain[other]];
        fc.pre(first !== second);
        return readCode(plain.with(one, second).with(other, first).join('')) === null;
      }),
    );
  });

  it.each(['', '张三', '0000-0000-000', '0000-0000-0000-0', '!!!!-!!!!-!!!!'])('is not %j', (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});

describe('base32', () => {
  it('gives back every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      }),
    );
  });

  it('is as Crockford writes it', () => {
    expect(toBase32(new TextEncoder().encode('foobar'))).toBe('CSQPYRK1E8');
    expect(fromBase32('ILOU')).toBeNull();
  });
});
