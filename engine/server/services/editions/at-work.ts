import { isDeepStrictEqual } from 'node:util';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import type { Cycle } from '#server/services/ground/index.ts';
import { cases, type Database, loadEditions, type editions as stored } from '#server/store/index.ts';

type Sources = {
  open: (hash: string) => Promise<CompiledEdition>;
  read: (hash: string) => Promise<Definition>;
};

/**
 * Gives every cycle that has a published edition, or cases of one that was: the serving one first, then from the newest back. Cases are pinned
 * to the edition that they were begun under: an older one that routes differently stays at work beside the published
 * one. Which do is found out once.
 */
export function cyclesAtWork(
  db: Database,
  { open, read }: Sources,
): (serving: CompiledEdition) => Promise<Cycle[]> {
  const known = new Map<string, boolean>();

  async function differs(lead: CompiledEdition, hash: string): Promise<boolean> {
    const key = `${lead.hash}/${hash}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const older = await read(hash);
    const result = !isDeepStrictEqual(older.routes, lead.definition.routes);
    known.set(key, result);
    return result;
  }

  async function cycleOf(lead: CompiledEdition, retired: string[], serving: boolean): Promise<Cycle> {
    const editions = [lead];
    for (const hash of retired) if (await differs(lead, hash)) editions.push(await open(hash));
    return { cycle: cycleIn(lead).id, serving, editions };
  }

  /** Of a cycle in which nothing new is begun the edition that was published last, while there are cases in it. */
  async function endedCycles(kept: Listed[]): Promise<Listed[]> {
    const open = new Set(kept.filter(isServed).map(({ cycle }) => cycle));
    const ended = kept.filter(({ cycle, publishedAt }) => publishedAt !== null && !open.has(cycle));
    if (ended.length === 0) return [];
    const used = new Set(await cases.editions(db));
    const cycles = new Set(ended.filter(({ hash }) => used.has(hash)).map(({ cycle }) => cycle));
    return [...cycles].flatMap((cycle) => ended.find((one) => one.cycle === cycle) ?? []);
  }

  return async (serving) => {
    const kept = await loadEditions(db, serving.definition.programme.id);
    const published = [...kept.filter(isServed), ...(await endedCycles(kept))];
    const retired = (lead: CompiledEdition): string[] =>
      kept
        .filter(({ cycle, status }) => status === 'retired' && cycle === cycleIn(lead).id)
        .flatMap(({ hash }) => (hash === lead.hash ? [] : [hash]));
    const leads = await Promise.all(published.map(({ hash }) => open(hash)));
    const others = leads.filter((lead) => !sameCycle(lead, serving)).sort((a, b) => opening(b) - opening(a));
    return Promise.all([serving, ...others].map((lead) => cycleOf(lead, retired(lead), lead === serving)));
  };
}

type Listed = Awaited<ReturnType<typeof stored.list>>[number];

const isServed = ({ status }: Listed): boolean => status === 'published';
const cycleIn = ({ definition }: CompiledEdition) => definition.edition.cycle;
const sameCycle = (a: CompiledEdition, b: CompiledEdition): boolean => cycleIn(a).id === cycleIn(b).id;
const opening = (edition: CompiledEdition): number => Date.parse(cycleIn(edition).opensAt);
