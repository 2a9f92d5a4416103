import { type Actor, actorOf } from '#server/services/ground/index.ts';
import { type QueueKey, users } from '#server/store/index.ts';
import { run, Sql } from '#server/store/sql/index.ts';
import { HEALTH, startServer, type TestServer } from '../../tests/journeys/harness.ts';
import type { Kind } from '../../tests/support/databases.ts';
import { fill } from '../../tests/support/fill.ts';

/** A server whose demonstration was multiplied, and somebody who works at a long queue of it. */
export type Filled = TestServer & {
  /** The application that was copied. */
  caseId: string;
  key: QueueKey;
  actor: Actor;
  /** More of them. */
  grow: (to: number) => Promise<void>;
  /** Rows by the bare driver. */
  bare: <R extends object>(text: string, values?: (string | number)[]) => Promise<R[]>;
};

/** Starts a server with so many applications in one queue. */
export async function openFilled(kind: Kind, count: number): Promise<Filled> {
  const server = await startServer({ definitions: HEALTH, kind, demo: true });
  const { services } = server;
  const bare: Filled['bare'] = async <R extends object>(text: string, values: (string | number)[] = []) =>
    (await run(services.db, new Sql(text, values))).rows as R[];
  const [waiting] = await bare<QueueKey & { caseId: string }>(
    "SELECT p.* FROM positions p JOIN cases c ON c.id = p.caseId WHERE c.subject = 'application' AND p.queue = 'pending' LIMIT 1",
  );
  if (!waiting) throw new Error('the demonstration has nothing that waits');
  const { caseId, organisationId, route, cycle, queue } = waiting;
  let made = 0;
  const grow = async (to: number): Promise<void> => {
    await fill(services.db, caseId, to, { begun: made });
    made = to;
  };
  await grow(count);
  const key = { organisationId, route, cycle, queue };
  return { ...server, caseId, key, actor: await reviewerOf(server, organisationId), grow, bare };
}

async function reviewerOf({ services }: TestServer, organisationId: string): Promise<Actor> {
  for (const user of await users.ofOrganisation(services.db, organisationId)) {
    const one = await actorOf(services, services.db, user, null);
    if (one?.abilities.includes('review')) return { ...one, abilities: [...one.abilities, 'export'] };
  }
  throw new Error('nobody reviews there');
}
