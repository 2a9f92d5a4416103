import { randomBytes } from 'node:crypto';
import { tokenHash } from '#server/crypto/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { sessions } from '#server/store/index.ts';
import { run, Sql } from '#server/store/sql/index.ts';
import { fill } from '../../tests/support/fill.ts';

/** Somebody with an application of their own that nobody has handed in, and the cookie of their session. */
export type Applicant = { userId: string; caseId: string; cookie: string };

const HOUR = 3_600_000;

/** So many people like one of the demonstration who is still filling in an application, each logged in. */
export async function applicants(services: Services, count: number): Promise<Applicant[]> {
  const { db } = services;
  const drafts = async (): Promise<{ id: string; ownerUserId: string }[]> => {
    const text =
      "SELECT id, ownerUserId FROM cases WHERE subject = 'application' AND round = 0 AND ownerUserId IS NOT NULL ORDER BY LENGTH(id), id";
    return (await run(db, new Sql(text))).rows as { id: string; ownerUserId: string }[];
  };
  const [original] = await drafts();
  if (!original) throw new Error('nobody of the demonstration is filling in an application');
  await fill(db, original.id, count);
  const copies = (await drafts()).filter(({ id }) => id.startsWith(original.id.slice(0, 20))).slice(-count);
  const found: Applicant[] = [];
  for (const { id, ownerUserId } of copies)
    found.push({ userId: ownerUserId, caseId: id, cookie: `sid=${await session(services, ownerUserId)}` });
  return found;
}

async function session({ db }: Services, userId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const now = Date.now();
  const at = (milliseconds: number): string => new Date(milliseconds).toISOString();
  await sessions.create(db, {
    idHash: tokenHash(secret),
    userId,
    createdAt: at(now),
    seenAt: at(now),
    expiresAt: at(now + HOUR),
  });
  return secret;
}
