import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fireBatch, fireEvent } from '#server/services/cases/index.ts';
import { findActor } from '#server/services/entry/index.ts';
import { type Actor, Failure } from '#server/services/ground/index.ts';
import {
  audit,
  type CaseRecord,
  cases,
  inTransaction,
  type Position,
  positions,
} from '#server/store/index.ts';
import type { Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds, type Kind } from '../journeys/kinds.ts';
import { Stage } from '../journeys/stage.ts';
import { report, scale } from './scale.ts';

const ROUNDS = scale(50, 500);
const OPINION = { opinion: 'In favour' };

/** A case as it stands, to be put back there for the next round. */
type Kept = { record: CaseRecord; at: Position[] };

describe.each(databaseKinds)('P6: a batch against a case that goes back, on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let city: Client;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind });
    stage = await Stage.open(server);
    city = await stage.organisation('city');
    for (const name of ['north-gardens', 'quay-gardens']) await stage.organisation(name);
  });
  afterAll(() => server?.stop());

  /** Of somebody under this association: handed in, passed by it, and decided by the parks office. */
  async function decided(who: string, cardNumber: string, event: string): Promise<string> {
    const client = await stage.person('gardener-a', who, { cardNumber });
    const id = await stage.fill(client, 'complete');
    await stage.fire(client, id, 'SUBMIT');
    await stage.fire(await stage.organisation('north-gardens'), id, 'PASS', OPINION);
    await stage.fire(city, id, event, OPINION);
    return id;
  }

  async function keep(id: string): Promise<Kept> {
    const record = await cases.get(server.services.db, id);
    if (!record) throw new Error(`case ${id} is gone`);
    return { record, at: await positions.ofCase(server.services.db, id) };
  }

  async function putBack({ record, at }: Kept): Promise<void> {
    await inTransaction(server.services.db, async (tx) => {
      const now = await cases.lock(tx, record.id);
      if (!now) throw new Error(`case ${record.id} is gone`);
      const { state, stateKey, context } = record;
      await cases.update(tx, now, { state, stateKey, context });
      await positions.replace(tx, record.id, at);
    });
  }

  it('never goes through after the case has gone back', async () => {
    const listed = await keep(await decided('listed', 'BR100001', 'PASS'));
    const declined = await keep(await decided('declined', 'BR100002', 'DECLINE'));
    const officer = await actor();
    let both = 0;
    const wrong: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { version = 0 } = (await cases.get(server.services.db, declined.record.id)) ?? {};
      const batch = { route: 'application', event: 'AWARD', confirmCount: 1 };
      const [awarded, back] = await Promise.all([
        went(fireBatch(server.services, officer, batch)),
        went(fireEvent(server.services, officer, declined.record.id, { event: 'RELENT', version })),
      ]);
      expect(back).toBe(true);
      if (awarded) both += 1;
      if (awarded && !(await wasFirst('event:AWARD', 'event:RELENT'))) wrong.push(round);
      await putBack(listed);
      await putBack(declined);
    }
    await report(`P6 on ${kind}`, { rounds: ROUNDS, awarded: both, afterGoingBack: wrong.length });
    expect(wrong).toEqual([]);
  });

  /** The officer of the parks office, as a request of theirs finds them. */
  async function actor(): Promise<Actor> {
    const found = await findActor(server.services, city.cookie.split('=')[1] ?? '');
    if (!found) throw new Error('nobody is logged in');
    return found;
  }

  /** The trail is in the order in which things came to hold. */
  async function wasFirst(one: string, other: string): Promise<boolean> {
    const { rows } = await audit.list(server.services.db, { limit: 20 });
    const seqOf = (action: string): number => rows.find((row) => row.action === action)?.seq ?? 0;
    return seqOf(one) < seqOf(other);
  }
});

/** True where it was done, false where it was refused. */
async function went(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
