import { randomBytes } from 'node:crypto';
import { tokenHash } from '#server/crypto/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { sessions } from '#server/store/index.ts';
import { run, Sql } from '#server/store/sql/index.ts';
import { changedCopy } from '../../tests/journeys/changed.ts';
import { HEALTH } from '../../tests/journeys/harness.ts';
import { fill } from '../../tests/support/fill.ts';

/** Somebody with an application of their own that nobody has handed in, and the cookie of their session. */
export type Applicant = { userId: string; caseId: string; cookie: string };

const HOUR = 3_600_000;

type Under = { id: string; under: string };
type Demonstration = {
  organisations: Under[];
  people: Under[];
  applications: { person: string; events: unknown[] }[];
};

/** The programme with those alone in its demonstration who are still filling in: the rest takes most of a server's start. */
export const filledIn = (): Promise<string> =>
  changedCopy(HEALTH, {
    'demo.json': (file) => {
      const demo = file as unknown as Demonstration;
      demo.applications = demo.applications.filter(({ events }) => events.length === 0);
      const persons = new Set(demo.applications.map(({ person }) => person));
      demo.people = demo.people.filter(({ id }) => persons.has(id));
      const kept = new Set(demo.people.map(({ under }) => under));
      for (const { id, under } of demo.organisations.toReversed()) if (kept.has(id)) kept.add(under);
      demo.organisations = demo.organisations.filter(({ id }) => kept.has(id));
    },
  });

/**
 * So many people like one of the demonstration who is still filling in an application, each logged in; `beside`: so many
 * applications of the same kind stand there in all.
 */
export async function applicants(services: Services, count: number, beside = count): Promise<Applicant[]> {
  const { db } = services;
  const [original] = await draftsLike(services, '');
  if (!original) throw new Error('nobody of the demonstration is filling in an application');
  const before = (await draftsLike(services, `${original.id}-`)).length;
  const wanted = Math.max(count, beside);
  if (before < wanted) await fill(db, original.id, wanted, { begun: before });
  const found: Applicant[] = [];
  for (const { id, ownerUserId } of (await draftsLike(services, `${original.id}-`)).slice(0, count))
    found.push({ userId: ownerUserId, caseId: id, cookie: await cookieFor(services, ownerUserId) });
  return found;
}

/** Applications that nobody has handed in whose id begins so, the shortest id first. */
async function draftsLike({ db }: Services, begins: string): Promise<{ id: string; ownerUserId: string }[]> {
  const text =
    "SELECT id, ownerUserId FROM cases WHERE subject = 'application' AND round = 0 AND ownerUserId IS NOT NULL ORDER BY LENGTH(id), id";
  const rows = (await run(db, new Sql(text))).rows as { id: string; ownerUserId: string }[];
  return rows.filter(({ id }) => id.startsWith(begins));
}

/** Begins a session of this user. */
export async function cookieFor({ db }: Services, userId: string): Promise<string> {
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
  return `sid=${secret}`;
}
