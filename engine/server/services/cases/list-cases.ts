import { listingOf, loadCase } from '#server/services/case/index.ts';
import { ownTurn, type Services } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, inTransaction, readTogether, type Tx } from '#server/store/index.ts';

const PAGE = 100;

/**
 * Writes what lists show of the cases for which that is still to be made: all of them after an update that brought it,
 * and those whose edition was changed. Whoever changes a case in between has written it already. Gives how many.
 */
export async function listCases(
  services: Services,
  progress: (done: number, total: number | null) => Promise<void>,
): Promise<number> {
  let done = 0;
  for (let last = ''; ; ) {
    const records = await cases.unlisted(services.db, last, PAGE);
    const end = records.at(-1);
    if (!end) return done;
    await listPage(services, records);
    last = end.id;
    done += records.length;
    await progress(done, null);
  }
}

async function listPage(services: Services, records: CaseRecord[]): Promise<void> {
  const reading = readTogether(services.db);
  const listings = await Promise.all(records.map((record) => listingNow(services, reading, record)));
  await inTransaction(services.db, async (tx) => {
    for (const { id, listing } of listings) await cases.listFirst(tx, id, listing);
  });
}

async function listingNow(services: Services, tx: Tx, record: CaseRecord) {
  const loaded = await loadCase(services, tx, record);
  await ownTurn();
  return { id: record.id, listing: listingOf(services, loaded, loaded.state) };
}
