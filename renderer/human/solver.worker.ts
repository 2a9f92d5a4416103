import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Challenge, type DeriveKeyFunction, solveChallenge } from 'altcha-lib';
import { deriveKey as deriveNatively } from 'altcha-lib/algorithms/web/pbkdf2';

/** WebCrypto exists on secure origins only; a service inside a local network may be none. */
const derivePlainly: DeriveKeyFunction = async ({ cost, keyLength = 32 }, salt, password) => ({
  derivedKey: pbkdf2(sha256, password, salt, { c: cost, dkLen: keyLength }),
});

/** Solves one task off the main thread; posts the solution, or null where it took too long. */
addEventListener('message', async ({ data: challenge }: MessageEvent<Challenge>) => {
  const deriveKey = isSecureContext ? deriveNatively : derivePlainly;
  postMessage(await solveChallenge({ challenge, deriveKey }));
});
