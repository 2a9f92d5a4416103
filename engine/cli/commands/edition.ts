import { resolve } from 'node:path';
import type { LoadedEdition } from '#core/model/index.ts';
import { loadProgramme } from '#server/load/index.ts';

/** The editions of a folder, oldest first: all, or that of the named cycle. Throws an Error as `openEdition` does. */
export async function openEditions(folder: string, cycle: string | undefined): Promise<LoadedEdition[]> {
  if (cycle !== undefined) return [await openEdition(folder, cycle)];
  const editions = await loadProgramme(resolve(folder));
  if (editions.length === 0) throw new Error(`"${folder}" holds no edition`);
  return editions.sort((a, b) => (opensAt(a) < opensAt(b) ? -1 : 1));
}

/**
 * One edition of a folder: that of the named cycle, else the newest. Throws an Error that says what there is
 * where the folder has no such cycle.
 */
export async function openEdition(folder: string, cycle: string | undefined): Promise<LoadedEdition> {
  const editions = await loadProgramme(resolve(folder));
  const sorted = editions.sort((a, b) => (opensAt(a) < opensAt(b) ? -1 : 1));
  const chosen = cycle === undefined ? sorted.at(-1) : sorted.find((one) => idOf(one) === cycle);
  if (chosen) return chosen;
  throw new Error(`"${folder}" has no cycle "${cycle}"; it has ${editions.map(idOf).join(', ') || 'none'}`);
}

function idOf({ definition }: LoadedEdition): string {
  return definition.edition.cycle.id;
}

function opensAt({ definition }: LoadedEdition): string {
  return `${definition.edition.cycle.opensAt} ${definition.edition.cycle.id}`;
}
