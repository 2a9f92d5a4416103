import { chart } from '#chart/index.ts';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import type { EditionView } from '#core/model/wire/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { notFound } from '#server/services/ground/index.ts';

type EditionRequest = { hash: string; category: string };

/** As much of an edition as the browser needs to compile one category. Account forms are for everybody. */
export async function editionView(
  services: Services,
  actor: Actor | null,
  request: EditionRequest,
): Promise<EditionView> {
  const edition = await editionFor(services, actor, request);
  const validators = `/api/editions/${edition.hash}/validators.js?category=${encodeURIComponent(request.category)}`;
  return { hash: edition.hash, definition: withOnly(edition.definition, request.category), validators };
}

/** The validators of one category as a module that needs no compiler in the page. */
export async function validatorsModule(
  services: Services,
  actor: Actor | null,
  request: EditionRequest,
): Promise<string> {
  const edition = await editionFor(services, actor, request);
  return services.editions.validators(edition, request.category);
}

async function editionFor(
  services: Services,
  actor: Actor | null,
  { hash, category }: EditionRequest,
): Promise<CompiledEdition> {
  if (!(await services.editions.knows(hash))) throw notFound();
  const edition = await services.editions.get(hash);
  const found = edition.categories[category];
  if (!found || (actor === null && !found.definition.account)) throw notFound();
  return edition;
}

/** The definition with one category and its route; templates, rosters, cases and the demonstration stay behind. */
function withOnly(definition: Definition, category: string): Definition {
  const categories = definition.categories.filter((one) => one.id === category);
  const routes = definition.routes.filter((route) => categories.some((one) => one.route === route.id));
  const { demo: _demo, ...rest } = definition;
  const sheets = definition.sheets.map((sheet) => ({ ...sheet, template: '', css: '' }));
  return { ...rest, categories, routes, sheets, rosters: [], cases: [] };
}

/** A chart of a route, drawn as SVG. Throws not-found where the present edition has none of this id. */
export async function chartSvg(
  services: Services,
  request: { route: string; chart: string },
): Promise<string> {
  const edition = await services.editions.current();
  const charts = edition.routes[request.route]?.definition.charts;
  const definition = charts?.find((one) => one.id === request.chart);
  if (!definition) throw notFound();
  return chart(edition, request.route, definition);
}
