import { createHash } from 'node:crypto';
import { compileLogic } from '#core/compile/index.ts';
import { atNoSection, ruleData } from '#core/evaluate/index.ts';
import type { CompiledEdition, Json, Logic, RankOrder, RankTake, RuleData } from '#core/model/index.ts';
import type { RankingView } from '#core/model/wire/index.ts';
import { type RankedCase, type Ranking, type RankLine, rank } from '#core/route/index.ts';
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
    if (record) entries.push(await entryOf(services, tx, record, order, 'sum' in take ? take.sum : null));
  }
  const times = await timesOf(services, tx, batch.edition);
  const line = lineOf(batch.edition, take, ruleData(batch.edition, times, { subtree }));
  const descending = order.map((one) => one.descending === true);
  return { order, take, ranking: rank(entries, descending, line) };
}

function lineOf(edition: CompiledEdition, take: RankTake, data: RuleData): RankLine {
  if ('count' in take) return { count: computed(edition, take.count, data) };
  return { upTo: computed(edition, take.upTo, data) };
}

async function entryOf(
  services: Services,
  tx: Tx,
  record: CaseRecord,
  order: RankOrder[],
  amount: Logic,
): Promise<Entry> {
  const loaded = await loadCase(services, tx, record);
  const { resolved } = await answersOf(services, tx, loaded);
  const data = atNoSection(resolved);
  const unit = record.unitId === null ? null : await organisations.get(tx, record.unitId);
  return {
    id: record.id,
    name: record.name,
    organisation: unit?.name ?? '',
    values: order.map(({ value }) => computed(loaded.edition, value, data)),
    amount: computed(loaded.edition, amount, data),
    handedIn: await handedInAt(tx, record),
  };
}

/** When the applicant handed it in last. */
async function handedInAt(tx: Tx, { id, createdAt }: CaseRecord): Promise<string> {
  const own = (await events.list(tx, id)).filter(({ by }) => by === 'applicant');
  return own.at(-1)?.at ?? createdAt;
}

/** What cannot be computed is missing. */
function computed(edition: CompiledEdition, logic: Logic, data: RuleData): Json {
  try {
    return compileLogic(logic, edition.scope).run(data);
  } catch {
    return null;
  }
}

/** The list as it is shown before the batch. */
export function rankingView({ order, take, ranking }: RankedQueue): RankingView {
  const { rows, taken, sum, refusal } = ranking;
  const shown = rows.slice(0, taken + LISTED_BELOW);
  return {
    order: order.map(({ title }) => title),
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
    sum: sum && { title: 'sum' in take ? take.title : '', ...sum },
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
