import { inLanguage } from '#core/compile/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import type { Editions, Services } from '#server/services/ground/index.ts';

/** The same services for somebody who reads this language: every edition that they give is its view in it. */
export function servicesIn(services: Services, language: string): Services {
  return { ...services, editions: editionsIn(services.editions, language) };
}

function editionsIn(editions: Editions, language: string): Editions {
  const view = (edition: CompiledEdition): CompiledEdition => inLanguage(edition, language);
  return {
    ...editions,
    get: async (hash) => view(await editions.get(hash)),
    current: async () => view(await editions.current()),
    newest: async () => (await editions.newest()).map(view),
    cycles: async () =>
      (await editions.cycles()).map((cycle) => ({ ...cycle, editions: cycle.editions.map(view) })),
  };
}
