import { expect } from 'vitest';
import { atNoSection, writerOf } from '#core/evaluate/index.ts';
import { actionsOf } from '#core/route/index.ts';
import {
  answersOf,
  type CaseAnswers,
  type LoadedCase,
  loadCase,
  summaryLines,
  summaryOf,
} from '#server/services/case/index.ts';
import { rowActions } from '#server/services/queues/row-actions.ts';
import { cases, readTogether, type Tx } from '#server/store/index.ts';
import { run, Sql } from '#server/store/sql/index.ts';
import type { TestServer } from '../journeys/harness.ts';

/** Every case that the store holds. */
export async function allCases({ services: { db } }: TestServer): Promise<string[]> {
  const { rows } = await run(db, new Sql('SELECT id FROM cases ORDER BY id'));
  return (rows as { id: string }[]).map(({ id }) => id);
}

/**
 * For every case: what is written beside it for lists is what its answers give at this moment, and a list offers what
 * its whole answers would let. Gives how many have something written.
 */
export async function expectListings(server: TestServer): Promise<number> {
  let written = 0;
  for (const id of await allCases(server)) written += await expectListing(server, id);
  return written;
}

async function expectListing({ services }: TestServer, id: string): Promise<number> {
  const tx = readTogether(services.db);
  const [listed] = await cases.listedByIds(tx, [id]);
  if (!listed) throw new Error(`case ${id} is gone`);
  const loaded = await loadCase(services, tx, listed.record);
  const answers = await answersOf(services, tx, loaded);
  await expectOffers(services, tx, loaded, answers);
  if (listed.listing === null) return 0;
  const writer = writerOf(loaded.edition);
  const shown = { roles: null, open: services.secrets.open, writer };
  expect(summaryLines(loaded.category, listed.listing, shown)).toEqual(
    summaryOf(loaded.category, answers.resolved.values, writer),
  );
  return 1;
}

async function expectOffers(
  services: TestServer['services'],
  tx: Tx,
  { record, edition, route, state }: LoadedCase,
  { resolved }: CaseAnswers,
): Promise<void> {
  for (const by of ['applicant', ...Object.keys(route.definition.desks)]) {
    const offered = await rowActions(services, tx, { record, edition, route, state }, [by]);
    expect(offered).toEqual(actionsOf(edition, record.route, state, by, atNoSection(resolved)));
  }
}
