import { compileEdition } from '../../core/compile/index.ts';
import type { CompiledEdition, CompiledRoute } from '../../core/model/index.ts';
import { compileRoute } from '../../core/route/index.ts';
import { loadProgramme } from '../../server/load/index.ts';

/**
 * The newest edition of a folder and one of its routes, ready to run. Throws an Error that names the folder
 * or the route where one cannot be had.
 */
export async function openRoute(
  folder: string,
  routeId: string,
): Promise<{ edition: CompiledEdition; route: CompiledRoute }> {
  const loaded = (await loadProgramme(folder)).at(-1);
  if (!loaded) throw new Error(`"${folder}" holds no edition`);
  const [problem] = loaded.problems.filter((one) => one.severity === 'error');
  if (problem) throw new Error(`${problem.file}${problem.pointer}: ${problem.message}`);
  const edition = compileEdition(loaded.definition, { routes: compileRoute });
  const route = edition.routes[routeId];
  if (!route)
    throw new Error(
      `"${folder}" has no route "${routeId}"; it has ${Object.keys(edition.routes).join(', ')}`,
    );
  return { edition, route };
}
