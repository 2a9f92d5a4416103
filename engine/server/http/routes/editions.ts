import { closed, EditionSearch, EditionView, id, SheetTemplates } from '#core/model/wire/index.ts';
import { chartSvg, editionView, fittedTemplates } from '#server/services/editions/index.ts';
import { guarded, open, type Route } from '../route.ts';

/** What is named by the hash of its content never changes. */
const forEver = { 'Cache-Control': 'private, max-age=31536000, immutable' };

export const editionRoutes: Route[] = [
  open({
    summary: 'As much of an edition as a browser needs for one category; account forms are for everybody',
    method: 'GET',
    path: '/api/editions/:hash',
    object: 'name',
    params: closed({ hash: id }),
    query: EditionSearch,
    response: EditionView,
    compressed: true,
    handle: async (services, { params, query }, actor) => {
      const body = await editionView(services, actor, { ...params, ...query });
      return query.language === body.language ? { body, headers: forEver } : { body, headers: {} };
    },
  }),
  open({
    summary: 'The templates of the sheets of one category that are made to fit',
    method: 'GET',
    path: '/api/editions/:hash/templates',
    object: 'name',
    params: closed({ hash: id }),
    query: EditionSearch,
    response: SheetTemplates,
    compressed: true,
    handle: async (services, { params, query }, actor) => ({
      body: await fittedTemplates(services, actor, { ...params, ...query }),
      headers: query.language === undefined ? {} : forEver,
    }),
  }),
  guarded({
    summary: 'A flow chart of a route',
    method: 'GET',
    path: '/api/charts/:route/:chart',
    object: 'name',
    params: closed({ route: id, chart: id }),
    response: { raw: ['image/svg+xml'] },
    handle: async (services, { params }) => ({
      raw: await chartSvg(services, params),
      type: 'image/svg+xml; charset=utf-8',
      headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" },
    }),
  }),
];
