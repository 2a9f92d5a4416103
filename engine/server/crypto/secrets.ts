import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import type { Json } from '#core/model/index.ts';
import { decrypt, encrypt } from './aead.ts';

/**
 * What the installation's key does, without handing the key on: seals and opens values at rest, hashes values that
 * must be unique, and signs the audit chain. Each uses a key of its own, so that none reveals anything about another.
 */
export function secretsOf(master: Uint8Array) {
  // As KeyObjects: of a Buffer each sealing and opening would make one anew, five times the time of the work itself.
  const sealing = createSecretKey(derive(master, 'seal'));
  const hashing = createSecretKey(derive(master, 'unique'));
  const attesting = createSecretKey(derive(master, 'attest'));
  const signing = signingKey(derive(master, 'sign-prints'));
  const opened = (key: string): KeyObject => createSecretKey(Buffer.from(decrypt(sealing, key), 'base64'));
  return {
    auditKey: derive(master, 'audit') as Uint8Array,
    /** Signs the tasks of the human check, and the keys that solve them. */
    humanKeys: {
      task: derive(master, 'human-task').toString('hex'),
      solution: derive(master, 'human-solution').toString('hex'),
    },
    /** Keyed hash, in hex: without the key nobody can try out numbers. */
    hashOf: (binding: string, value: string): string =>
      createHmac('sha256', hashing)
        .update(JSON.stringify([binding, value]))
        .digest('hex'),
    /** Eleven signs' worth of a keyed hash, and more, for the code of a print: nobody else can make one. */
    attest: (binding: string): Buffer => createHmac('sha256', attesting).update(binding).digest(),
    /** An Ed25519 signature, 64 bytes (RFC 8032); whoever has `publicKey` can check it, also without the server. */
    sign: (bytes: Uint8Array): Buffer => sign(null, bytes, signing),
    publicKey: publicKeyOf(signing),
    seal: (value: Json): Json => encrypt(sealing, JSON.stringify(value)),
    /** Throws when the value is not sealed, was sealed under another key, or was changed. */
    open: (value: Json): Json => JSON.parse(decrypt(sealing, String(value))),
    /** A new key for one purpose, itself sealed: whoever destroys it destroys all that is sealed with it. */
    newKey: (): string => encrypt(sealing, randomBytes(32).toString('base64')),
    sealWith: (key: string, value: Json): string => encrypt(opened(key), JSON.stringify(value)),
    /** Throws as `open` does. */
    openWith: (key: string, sealed: string): Json => JSON.parse(decrypt(opened(key), sealed)),
  };
}

/** What RFC 8410 puts before the 32 bytes of a private key. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

const signingKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });

/** The 32 bytes of the public key, in hex. */
const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

function derive(master: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `shenbao/${purpose}/1`, 32));
}
