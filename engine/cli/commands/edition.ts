import { resolve } from 'node:path';
import { asObject, asText } from '#core/json/index.ts';
import type { Json, LoadedEdition } from '#core/model/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { CommandError } from '../error.ts';
import { takingFolder } from './folder.ts';

/** The editions of a folder, oldest first: all, or that of the named cycle. Throws CommandError as `openEdition` does. */
export async function openEditions(folder: string, cycle: string | undefined): Promise<LoadedEdition[]> {
  if (cycle !== undefined) return [await openEdition(folder, cycle)];
  const editions = await editionsOf(folder);
  if (editions.length === 0) throw new CommandError('noEdition', { folder });
  return editions;
}

/**
 * One edition of a folder: that of the named cycle, else the newest. Throws CommandError that says what there is
 * where the folder has no such cycle, or why the folder cannot be taken.
 */
export async function openEdition(folder: string, cycle: string | undefined): Promise<LoadedEdition> {
  const editions = await editionsOf(folder);
  const [newest] = editions.toReversed();
  if (newest === undefined) throw new CommandError('noEdition', { folder });
  const chosen = cycle === undefined ? newest : editions.find((one) => idOf(one) === cycle);
  if (chosen) return chosen;
  const { locale } = newest.definition.programme;
  throw new CommandError('noCycle', { folder, cycle: cycle ?? '', known: editions.map(idOf) }, locale);
}

async function editionsOf(folder: string): Promise<LoadedEdition[]> {
  const editions = await takingFolder(folder, () => loadProgramme(resolve(folder)));
  return editions.sort((a, b) => (opensAt(a) < opensAt(b) ? -1 : 1));
}

function idOf(loaded: LoadedEdition): string {
  return asText(cycleOf(loaded).id) ?? '';
}

function opensAt(loaded: LoadedEdition): string {
  return `${asText(cycleOf(loaded).opensAt)} ${idOf(loaded)}`;
}

/** Editions are put into their order before anything is checked: a cycle may be anything yet. */
const cycleOf = ({ definition }: LoadedEdition) =>
  asObject(asObject(definition.edition as unknown as Json).cycle);
