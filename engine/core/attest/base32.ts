/**
 * Crockford's base32: digits and capitals without I, L, O and U, so that nothing is taken for something else.
 * Source: https://www.crockford.com/base32.html
 */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const BITS = 5;

/** Bytes as base32; what is left of the last sign is filled with zeros. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    count += 8;
    while (count >= BITS) {
      count -= BITS;
      text += ALPHABET[(bits >>> count) & 31];
    }
    bits &= (1 << count) - 1;
  }
  return count === 0 ? text : text + ALPHABET[(bits << (BITS - count)) & 31];
}

/** The bytes of a base32 text; null where a sign is none of its alphabet. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const sign of text) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return null;
    bits = (bits << BITS) | value;
    count += BITS;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >>> count) & 255);
    bits &= (1 << count) - 1;
  }
  return Uint8Array.from(bytes);
}
