import { createHash } from 'node:crypto';
import { atNoSection, ruleData } from '#core/evaluate/index.ts';
import type { Json, RankOrder, RankTake } from '#core/model/index.ts';
import type { RankingView } from '#core/model/wire/index.ts';
import { type RankedCase, type Ranking, rank, rankLine, rankValues } from '#core/route/index.ts';
import { numberPatterns } from '#server/print/index.ts';
import { answersOf, loadCase, timesOf } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { Batch } from '#server/services/queues/index.ts';
import { type CaseRecord, cases, events, organisations, type Tx } from '#server/store/index.ts';

/** Of those below the line so many are listed. */
const LISTED_BELOW = 200;

type Entry = RankedCase & { name: string; organisation: string };

/** A queue in the order of its batch, and the words for it. */
type RankedQueue = { order: RankOrder[]; take: RankTake; ranking: Ranking<Entry> };

/**
 * The cases of a batch's queue in its order, with the line drawn; null where the batch takes all. Each case is read
 * under the edition that it is on, the order is that of the batch. `subtree` are the numbers of the batch.
 */
export async function rankQueue(
  services: Services,
  tx: Tx,
  batch: Batch,
  { ids, subtree }: { ids: string[]; subtree: Record<string, number> },
): Promise<RankedQueue | null> {
  const { order, take } = batch.batch;
  if (!order || !take) return null;
  const entries: Entry[] = [];
  for (const id of ids) {
    const record = await cases.get(tx, id);
    if (record) entries.push(await entryOf(services, tx, record, { order, take }));
  }
  const times = await timesOf(services, tx, batch.edition);
  const line = rankLine(batch.edition, take, ruleData(batch.edition, times, { subtree }));
  const descending = order.map((one) => one.descending === true);
  return { order, take, ranking: rank(entries, descending, line) };
}

async function entryOf(
  services: Services,
  tx: Tx,
  record: CaseRecord,
  ranked: Pick<RankedQueue, 'order' | 'take'>,
): Promise<Entry> {
  const loaded = await loadCase(services, tx, record);
  const { resolved } = await answersOf(services, tx, loaded);
  const unit = record.unitId === null ? null : await organisations.get(tx, record.unitId);
  return {
    id: record.id,
    name: record.name,
    organisation: unit?.name ?? '',
    ...rankValues(loaded.edition, ranked, atNoSection(resolved)),
    handedIn: await handedInAt(tx, record),
  };
}

/** When the applicant handed it in last. */
async function handedInAt(tx: Tx, { id, createdAt }: CaseRecord): Promise<string> {
  const own = (await events.list(tx, id)).filter(({ by }) => by === 'applicant');
  return own.at(-1)?.at ?? createdAt;
}

/** The list as it is shown before the batch. */
export function rankingView({ edition, key }: Batch, { order, take, ranking }: RankedQueue): RankingView {
  const { rows, taken, sum, refusal } = ranking;
  const shown = rows.slice(0, taken + LISTED_BELOW);
  const columns = [...order, ...('sum' in take ? [{ title: take.title, value: take.sum }] : [])];
  const patterns = numberPatterns(edition, { columns, route: key.route }).map((one) => one ?? null);
  return {
    order: order.map(({ title }) => title),
    numbers: patterns.slice(0, order.length),
    rows: shown.map(({ row, tied }, index) => ({
      id: row.id,
      name: row.name,
      organisation: row.organisation,
      values: row.values.map(shownValue),
      amount: typeof row.amount === 'number' ? row.amount : null,
      handedIn: row.handedIn,
      taken: index < taken,
      tied,
    })),
    more: rows.length - shown.length,
    sum: sum && { title: 'sum' in take ? take.title : '', number: patterns[order.length] ?? null, ...sum },
    refusal,
    seen: seenOf(ranking),
  };
}

const shownValue = (value: Json): number | string | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null;

/** What somebody has seen: who stands where, with which numbers, and the line. */
export function seenOf({ rows, taken, sum, refusal }: Ranking<Entry>): string {
  const seen = {
    rows: rows.map(({ row: { id, values, amount } }) => [id, values, amount]),
    taken,
    sum,
    refusal,
  };
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}
