import { type Term, termOf, windowOf } from '#core/form/index.ts';
import { keptEditions } from '#server/services/editions/index.ts';
import { cycleWindows, type Database, type EditionRecord, editions as stored } from '#server/store/index.ts';

/** What becomes of the applications of a cycle by their age. */
export type CycleTerm = {
  cycle: string;
  title: string;
  opensAt: string;
  timeZone: string;
  /** Every edition of the cycle: by them its cases are known. */
  editions: string[];
  /** Null: they are retained for ever. */
  term: Term | null;
};

/**
 * The term of every cycle that was ever published, the newest first: what the published edition says, of a cycle in
 * which nothing new is begun the one that was last. Editions are read and not compiled: one that this version of the
 * engine cannot serve any more has a term, too. Throws where one is not what was published.
 */
export async function cycleTerms(db: Database, programme: string): Promise<CycleTerm[]> {
  const listed = await stored.list(db, programme);
  const leads = listed.filter((one) => leadOf(listed, one.cycle) === one);
  const changed = await cycleWindows.list(db, programme);
  const { read } = keptEditions(db);
  const terms = leads.map(async ({ hash, cycle }): Promise<CycleTerm> => {
    const { edition, programme: settings } = await read(hash);
    const window = changed.find((row) => row.cycle === cycle) ?? windowOf(edition.cycle);
    const editions = listed.filter((one) => one.cycle === cycle).map((one) => one.hash);
    return {
      cycle,
      title: edition.cycle.title,
      opensAt: window.opensAt,
      timeZone: settings.timeZone,
      editions,
      term: termOf(edition, window),
    };
  });
  return (await Promise.all(terms)).toSorted((a, b) => Date.parse(b.opensAt) - Date.parse(a.opensAt));
}

type Listed = Omit<EditionRecord, 'definition'>;

/** Newest first. */
const leadOf = (listed: Listed[], cycle: string): Listed | undefined => {
  const ofCycle = listed.filter((one) => one.cycle === cycle && one.publishedAt !== null);
  return ofCycle.find(({ status }) => status === 'published') ?? ofCycle[0];
};
