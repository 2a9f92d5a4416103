import type { CompiledEdition, CompiledRoute } from '#core/model/index.ts';
import { CommandError } from '../error.ts';
import { compiledEdition } from './answers.ts';

/**
 * An edition of a folder, the newest where no cycle is named, and one of its routes, ready to run. Throws an Error
 * that names the folder, the cycle or the route where one cannot be had.
 */
export async function openRoute(
  folder: string,
  routeId: string,
  cycle: string | undefined,
): Promise<{ edition: CompiledEdition; route: CompiledRoute }> {
  const edition = await compiledEdition(folder, cycle);
  const route = edition.routes[routeId];
  if (!route) {
    const { locale } = edition.definition.programme;
    throw new CommandError('noRoute', { folder, route: routeId, known: Object.keys(edition.routes) }, locale);
  }
  return { edition, route };
}
