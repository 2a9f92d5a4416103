import { type Challenge, createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** A task as the server gives it, small enough for a test. */
export const solvable = (): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 1,
    counter: 3,
    data: { until: Date.now() + 300_000 },
    deriveKey,
    hmacSignatureSecret: 'signature',
    hmacKeySignatureSecret: 'key',
  });

/** jsdom has no threads: the task is solved in this one. */
class Solver extends EventTarget {
  postMessage(challenge: Challenge): void {
    void solveChallenge({ challenge, deriveKey }).then((data) =>
      this.dispatchEvent(new MessageEvent('message', { data })),
    );
  }
  terminate(): void {}
}

/** Lets the screens solve the human check. */
export function solveHere(): void {
  Object.assign(globalThis, { Worker: Solver });
}
