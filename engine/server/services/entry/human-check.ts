import { createHash, randomInt } from 'node:crypto';
import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { parseJson } from '#core/assemble/index.ts';
import { isObject } from '#core/json/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { usedTokens } from '#server/store/index.ts';

const ALGORITHM = 'PBKDF2/SHA-256';
const GOOD_FOR = 5 * 60_000;
/** A solver derives about this many keys: the time has a lower and an upper bound. */
const TRIES = { least: 60, most: 140 };
const LONGEST = 4_000;

type Task = Challenge;

/**
 * A task in the form of ALTCHA v2: cheap to solve once, expensive to solve a thousand times. It is valid once and for
 * five minutes.
 */
export function createTask({ secrets, humanCheckCost, clock }: Services): Promise<Task> {
  return createChallenge({
    algorithm: ALGORITHM,
    cost: humanCheckCost,
    counter: randomInt(TRIES.least, TRIES.most + 1),
    data: { until: clock().getTime() + GOOD_FOR },
    deriveKey,
    hmacSignatureSecret: secrets.humanKeys.task,
    hmacKeySignatureSecret: secrets.humanKeys.solution,
  });
}

/** Accepts the solution of a task. Throws `proof-refused` for one that is wrong, old or used. */
export async function spendProof(services: Services, proof: string): Promise<void> {
  const payload = readProof(proof);
  const until = payload === null ? null : await goodUntil(services, payload);
  if (payload === null || until === null || until <= services.clock().getTime()) throw refused();
  const key = createHash('sha256')
    .update(payload.challenge.signature ?? '')
    .digest('hex');
  if (!(await usedTokens.use(services.db, key, new Date(until).toISOString()))) throw refused();
}

const refused = (): Failure => new Failure('invalid', 'proof-refused');

/** Until when a solved task is valid; null when it is not ours, was changed, or is not solved. */
async function goodUntil({ secrets }: Services, { challenge, solution }: Payload): Promise<number | null> {
  const { task, solution: key } = secrets.humanKeys;
  const result = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: task,
    hmacKeySignatureSecret: key,
  });
  const until = challenge.parameters.data?.until;
  return result.verified && typeof until === 'number' ? until : null;
}

/** Base64 of JSON, as solvers send it; null for anything else. */
function readProof(proof: string): Payload | null {
  if (proof.length > LONGEST) return null;
  const parsed = parseJson(Buffer.from(proof, 'base64').toString('utf8'));
  const payload: unknown = 'json' in parsed ? parsed.json : null;
  return isPayload(payload) ? payload : null;
}

function isPayload(value: unknown): value is Payload {
  if (!isObject(value) || !isObject(value.challenge) || !isObject(value.solution)) return false;
  const { parameters, signature } = value.challenge;
  return (
    isObject(parameters) &&
    typeof signature === 'string' &&
    /^[0-9a-f]{64}$/.test(signature) &&
    parameters.algorithm === ALGORITHM &&
    typeof parameters.keySignature === 'string' &&
    parameters.expiresAt === undefined
  );
}
