import type { CompiledCategory, CompiledEdition, CompiledRoute, CompiledSection } from '#core/model/index.ts';

/** The compiled form of a category. Throws when the edition does not have it. */
export function categoryOf(edition: CompiledEdition, id: string): CompiledCategory {
  const category = edition.categories[id];
  if (category === undefined) throw new Error(`Edition ${edition.hash.slice(0, 12)} has no category '${id}'`);
  return category;
}

/** A section of a category. Throws when the category does not have it. */
export function sectionOf(category: CompiledCategory, id: string): CompiledSection {
  const section = category.bySection[id];
  if (section === undefined) throw new Error(`Category '${category.definition.id}' has no section '${id}'`);
  return section;
}

/** The compiled form of a route. Throws when the edition does not have it. */
export function routeOf(edition: CompiledEdition, id: string): CompiledRoute {
  const route = Object.hasOwn(edition.routes, id) ? edition.routes[id] : undefined;
  if (route === undefined) throw new Error(`Edition ${edition.hash.slice(0, 12)} has no route "${id}"`);
  return route;
}
