import { createPublicKey, verify } from 'node:crypto';
import { fromBase32, readCode, toBase32 } from '#core/attest/index.ts';

/**
 * What a QR code of a print holds, so that it can be checked without the server: 88 bytes, in base32.
 *
 * | bytes | |
 * |---|---|
 * | 1 | version, 1 |
 * | 7 | the code without its check sign |
 * | 8 | the first bytes of the edition's hash |
 * | 4 | the revision of the sheet |
 * | 4 | seconds since 1970 of the data |
 * | 64 | Ed25519 over those before (RFC 8032) |
 */
type Signed = { code: string; edition: string; revision: string; dataAt: string };

const VERSION = 1;
const HEAD = 24;
const SIGNATURE = 64;
/** What RFC 8410 puts before the 32 bytes of a public key. */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');

/** The signed text of a print. */
export function signedText(print: Signed, sign: (bytes: Uint8Array) => Uint8Array): string {
  const head = headOf(print);
  return toBase32(Buffer.concat([head, sign(head)]));
}

function headOf({ code, edition, revision, dataAt }: Signed): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(VERSION, 0);
  // Eleven signs are 55 bits: a twelfth fills up the last byte.
  Buffer.from(fromBase32(`${codeSigns(code)}0`) ?? []).copy(head, 1, 0, 7);
  Buffer.from(edition.slice(0, 16), 'hex').copy(head, 8);
  Buffer.from(revision, 'hex').copy(head, 16);
  head.writeUInt32BE(Math.floor(new Date(dataAt).getTime() / 1000), 20);
  return head;
}

/**
 * Whether a text out of a QR code was signed by this key, for this code.
 * @param publicKey - 32 bytes in hex
 */
export function isSignedFor(text: string, code: string, publicKey: string): boolean {
  const bytes = fromBase32(text);
  if (bytes?.length !== HEAD + SIGNATURE || readCode(code) === null) return false;
  const key = createPublicKey({
    key: Buffer.concat([SPKI_ED25519, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  return (
    codeIn(bytes) === codeSigns(code) && verify(null, bytes.subarray(0, HEAD), key, bytes.subarray(HEAD))
  );
}

/** The eleven signs of a code: 55 bits, the last of the seven bytes being zero. */
const codeSigns = (code: string): string => code.replaceAll('-', '').slice(0, -1);
const codeIn = (bytes: Uint8Array): string => toBase32(bytes.subarray(1, 8)).slice(0, 11);
