import { pbkdf2Async } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { type Challenge, type DeriveKeyFunction, solveChallenge } from 'altcha-lib';

/**
 * Solves one task off the main thread. The keys are derived in plain JavaScript: the browser's own cryptography
 * is only there on secure origins, and a service inside a house's network may have none.
 */
const algorithms: Record<string, DeriveKeyFunction> = {
  'SHA-256': async ({ cost, keyLength = 32 }, salt, password) => {
    let key = sha256(concatBytes(salt, password));
    for (let round = 1; round < cost; round += 1) key = sha256(key);
    return { derivedKey: key.slice(0, keyLength) };
  },
  'PBKDF2/SHA-256': async ({ cost, keyLength = 32 }, salt, password) => ({
    derivedKey: await pbkdf2Async(sha256, password, salt, { c: cost, dkLen: keyLength }),
  }),
};

addEventListener('message', async ({ data: challenge }: MessageEvent<Challenge>) => {
  const deriveKey = algorithms[challenge.parameters.algorithm];
  if (!deriveKey) throw new Error(`nobody here solves ${challenge.parameters.algorithm}`);
  postMessage(await solveChallenge({ challenge, deriveKey }));
});
