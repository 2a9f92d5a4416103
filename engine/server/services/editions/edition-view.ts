import { chart } from '#chart/index.ts';
import { writtenOf } from '#core/compile/index.ts';
import { asObject, without } from '#core/json/index.ts';
import type { CompiledEdition, Definition, JsonObject } from '#core/model/index.ts';
import type { EditionView, SheetTemplates } from '#core/model/wire/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { notFound } from '#server/services/ground/index.ts';

type EditionRequest = { hash: string; category?: string | undefined };

/**
 * As much of an edition as the browser needs to compile one category. Account forms are for everybody; what stands in no
 * category is for whoever has logged in: a programme without forms has people, too.
 */
export async function editionView(
  services: Services,
  actor: Actor | null,
  request: EditionRequest,
): Promise<EditionView> {
  const edition = await editionFor(services, actor, request);
  const language = edition.definition.programme.locale;
  const definition = withOnly(writtenOf(edition).definition, request.category, language);
  return { hash: edition.hash, definition, language };
}

/** The templates of the sheets that are made to fit, with which a browser measures them. */
export async function fittedTemplates(
  services: Services,
  actor: Actor | null,
  request: EditionRequest,
): Promise<SheetTemplates> {
  const edition = await editionFor(services, actor, request);
  const sheets = edition.categories[request.category ?? '']?.definition.sheets ?? [];
  const fitted = sheets.flatMap((id) => {
    const sheet = edition.sheets[id];
    return sheet?.fit ? [[id, sheet.templates?.[request.category ?? ''] ?? sheet.template] as const] : [];
  });
  return { templates: Object.fromEntries(fitted) };
}

async function editionFor(
  services: Services,
  actor: Actor | null,
  { hash, category }: EditionRequest,
): Promise<CompiledEdition> {
  if (!(await services.editions.knows(hash))) throw notFound();
  const edition = await services.editions.get(hash);
  const found = edition.categories[category ?? ''];
  const isOpen =
    category === undefined ? actor !== null : found && (actor !== null || found.definition.account);
  if (!isOpen) throw notFound();
  return edition;
}

/**
 * The definition with one category, its route and one other language; templates, rosters, cases and the demonstration
 * stay behind.
 */
function withOnly(definition: Definition, category: string | undefined, language: string): Definition {
  const categories = definition.categories.filter((one) => one.id === category);
  const routes = definition.routes.filter((route) => categories.some((one) => one.route === route.id));
  const { demo: _demo, ...rest } = definition;
  const sheets = definition.sheets.map(({ templates: _templates, ...sheet }) => ({
    ...sheet,
    ...{ template: '', css: '' },
  }));
  const locales = (definition.locales ?? [])
    .filter(({ id }) => id === language)
    .map(({ id, texts }) => ({ id, texts: textsOf(texts, categories, routes) }));
  return { ...rest, categories, routes, sheets, locales, rosters: [], cases: [] };
}

type Named = readonly { id: string }[];

function textsOf(
  { rosters: _rosters, sheets, ...texts }: JsonObject,
  categories: Named,
  routes: Named,
): JsonObject {
  const titles = Object.entries(asObject(sheets)).map(([id, sheet]) => [
    id,
    without(without(sheet, ['template']), ['templates']),
  ]);
  return {
    ...texts,
    sheets: Object.fromEntries(titles),
    categories: only(asObject(texts.categories), categories),
    routes: only(asObject(texts.routes), routes),
  };
}

const only = (texts: JsonObject, named: Named): JsonObject =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => named.some(({ id }) => id === key)));

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
