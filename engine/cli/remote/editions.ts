import type { PublicationList, SourceFiles } from '#core/model/wire/index.ts';
import { CommandError } from '../error.ts';
import type { Remote } from './session.ts';

type Files = SourceFiles['files'];

/** Cycles that a server has published and not ended. */
export async function publishedCycles(remote: Remote): Promise<string[]> {
  const last = new Map<string, string>();
  for (const { cycle, act } of await oldestFirst(remote)) last.set(cycle, act);
  return [...last].filter(([, act]) => act !== 'retire').map(([cycle]) => cycle);
}

/**
 * The files of what a cycle serves, or of the edition that `cycle@edition` names by its hash or how that begins. Throws
 * CommandError where there is no such edition, or several.
 */
export async function filesOfEdition(remote: Remote, named: string): Promise<Files> {
  const [cycle = '', begin] = named.split('@');
  const path = `/api/publications/${encodeURIComponent(cycle)}/files`;
  if (begin === undefined) return (await remote.get<SourceFiles>(path)).files;
  const known = (await oldestFirst(remote)).filter((one) => one.cycle === cycle && one.act !== 'retire');
  const hashes = [...new Set(known.map(({ edition }) => edition))];
  const [edition, ...others] = hashes.filter((hash) => hash.startsWith(begin));
  if (edition === undefined || others.length > 0)
    throw new CommandError('noEditionOf', { cycle, edition: begin, known: hashes });
  return (await remote.get<SourceFiles>(`${path}?edition=${edition}`)).files;
}

async function oldestFirst(remote: Remote): Promise<PublicationList['publications']> {
  const { publications } = await remote.get<PublicationList>('/api/publications');
  return publications.toSorted((a, b) => a.number - b.number);
}
