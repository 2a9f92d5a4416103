import { termEnd } from '#core/form/index.ts';
import { zoned } from '#server/services/ground/index.ts';
import { cases, type Database, programmes } from '#server/store/index.ts';
import { dueCases } from './due.ts';
import { type CycleTerm, cycleTerms } from './terms.ts';

/** What is to be erased of a cycle. */
export type CycleForecast = {
  title: string;
  /** Null: they are retained for ever. */
  years: number | null;
  /** In the programme's zone; of one to which something happened after the closing later. */
  endsAt: string | null;
  applications: number;
  /** Now, and until a moment, those due now among them. */
  due: number;
  dueUntil: number;
};

/**
 * How many applications of which cycle are due now, and how many will be until a moment if nothing happens to them; the
 * newest cycle first. Nothing is erased.
 */
export async function forecast(db: Database, now: Date, until: Date): Promise<CycleForecast[]> {
  const begun = await programmes.begunBesides(db, '');
  const cycles = (await Promise.all(begun.map((one) => cycleTerms(db, one)))).flat();
  const counts = await cases.countByEdition(db);
  return Promise.all(
    cycles.map(async (cycle) => ({
      title: cycle.title,
      years: cycle.term?.years ?? null,
      endsAt: cycle.term && zoned(new Date(termEnd(cycle.term)), cycle.timeZone),
      applications: applicationsOf(cycle, counts),
      due: await countOf(dueCases(db, cycle, now)),
      dueUntil: await countOf(dueCases(db, cycle, until)),
    })),
  );
}

const applicationsOf = (
  { editions }: CycleTerm,
  counts: Awaited<ReturnType<typeof cases.countByEdition>>,
): number =>
  counts.filter(({ edition }) => editions.includes(edition)).reduce((sum, { count }) => sum + count, 0);

async function countOf(records: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _one of records) count += 1;
  return count;
}
