import { routeOf } from '#core/compile/index.ts';
import { sumNamed } from '#core/form/index.ts';
import { sumOf } from '#core/json/index.ts';
import type { AggregateDefinition, BatchDefinition, CompiledEdition } from '#core/model/index.ts';
import { tagsOf } from '#core/route/index.ts';
import { answersOf, loadCase, stateOfKey } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import {
  type CaseFilter,
  type CaseRecord,
  cases,
  editions,
  type QueueKey,
  readTogether,
  type Tx,
} from '#server/store/index.ts';

const PAGE = 200;

/** A batch of one desk: what it fires, at which queue, and what it counts below its organisation. */
export type Batch = {
  edition: CompiledEdition;
  event: string;
  batch: BatchDefinition;
  key: QueueKey;
  filter: CaseFilter;
};

/** Every aggregate of the batch over the subtree, drafts and finished cases included: tags say what counts. */
export async function numbers(services: Services, tx: Tx, batch: Batch): Promise<Record<string, number>> {
  const counts = await cases.countByState(tx, batch.filter);
  const tagged = await Promise.all(
    counts.map(async (one) => ({ ...one, tags: await tagsOfKey(services, tx, batch, one.stateKey) })),
  );
  const values: Record<string, number> = {};
  for (const [id, aggregate] of Object.entries(batch.batch.aggregates)) {
    const matching = tagged.filter(({ tags }) => matches(aggregate, tags));
    const keys = matching.map((one) => one.stateKey);
    const countable = aggregate.sum === undefined && aggregate.category === undefined;
    values[id] = countable
      ? matching.reduce((sum, one) => sum + one.count, 0)
      : await addUp(services, tx, batch, aggregate, keys);
  }
  return values;
}

/** Does a state with these tags count? */
export const matches = ({ tags }: AggregateDefinition, has: string[]): boolean =>
  tags === undefined || tags.some((tag) => has.includes(tag));

/** The tags of a state: by the present edition, or by the first other one of the cycle that knows the state. */
async function tagsOfKey(services: Services, tx: Tx, batch: Batch, stateKey: string): Promise<string[]> {
  const present = tagsIn(batch.edition, batch.key.route, stateKey);
  if (present) return present;
  const all = await editions.list(tx, batch.edition.definition.programme.id);
  for (const { hash, cycle } of all) {
    const tags =
      cycle === batch.key.cycle ? tagsIn(await services.editions.get(hash), batch.key.route, stateKey) : null;
    if (tags) return tags;
  }
  return [];
}

function tagsIn(edition: CompiledEdition, routeId: string, stateKey: string): string[] | null {
  const context = { round: 0, acted: [], returnedBy: null, enteredAt: '', desks: {}, vars: {} };
  try {
    return tagsOf(routeOf(edition, routeId), { value: stateOfKey(stateKey), context });
  } catch {
    return null;
  }
}

/** Counts or sums where the database alone cannot tell: by category, or over an answer. */
async function addUp(
  services: Services,
  tx: Tx,
  batch: Batch,
  aggregate: AggregateDefinition,
  stateKeys: string[],
): Promise<number> {
  if (stateKeys.length === 0) return 0;
  const { category, sum } = aggregate;
  let total = 0;
  for await (const page of pagesUnder(tx, { ...batch.filter, stateKeys })) {
    const counted = page.filter((record) => category === undefined || record.category === category);
    const reading = readTogether(tx);
    const parts = counted.map((record) => (sum === undefined ? 1 : numberAt(services, reading, record, sum)));
    total = sumOf([total, ...(await Promise.all(parts))]);
  }
  return total;
}

/** What a case adds to a sum. */
async function numberAt(services: Services, tx: Tx, record: CaseRecord, pointer: string): Promise<number> {
  const loaded = await loadCase(services, tx, record);
  const { resolved } = await answersOf(services, tx, loaded);
  return sumNamed(loaded.category.sections, resolved.values, pointer);
}

/** Every case of a filter, a page in memory at a time. */
export async function* casesUnder(tx: Tx, filter: CaseFilter): AsyncGenerator<CaseRecord> {
  for await (const page of pagesUnder(tx, filter)) yield* page;
}

async function* pagesUnder(tx: Tx, filter: CaseFilter): AsyncGenerator<CaseRecord[]> {
  let after: string | null = null;
  do {
    const page: { rows: CaseRecord[]; after: string | null } = await cases.under(tx, {
      ...filter,
      after,
      limit: PAGE,
    });
    yield page.rows;
    after = page.after;
  } while (after !== null);
}
