import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** A prefix that names the format, so that another algorithm can follow. */
const PREFIX = 'sealed:1:';
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM with a fresh nonce: the same text never looks the same twice. */
export function encrypt(key: KeyObject, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Throws an Error when it was not made by `encrypt` under this key, or was changed since. */
export function decrypt(key: KeyObject, sealed: string): string {
  const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
  if (!sealed.startsWith(PREFIX) || bytes.length < NONCE + TAG)
    throw new Error('A value that should be sealed is not.');
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new Error('A sealed value does not open: it was changed, or sealed under another APP_KEY.', {
      cause: error,
    });
  }
}
