import { chartSvg, editionView, validatorsModule } from '#server/services/editions/index.ts';
import { guarded, open, type Route } from '../route.ts';
import { id, object } from '../schema.ts';
import { edition } from '../schemas/index.ts';

type Edition = { params: { hash: string }; query: { category: string } };

/** What is named by the hash of its content never changes. */
const forEver = { 'Cache-Control': 'private, max-age=31536000, immutable' };

export const editionRoutes: Route[] = [
  open<Edition>({
    summary: 'As much of an edition as a browser needs for one category; account forms are for everybody',
    method: 'GET',
    path: '/api/editions/:hash',
    object: 'name',
    params: object({ hash: id }),
    query: object({ category: id }),
    response: edition,
    handle: (services, { params, query }, actor) => editionView(services, actor, { ...params, ...query }),
  }),
  open<Edition>({
    summary: 'The validators of one category as an ES module',
    method: 'GET',
    path: '/api/editions/:hash/validators.js',
    object: 'name',
    params: object({ hash: id }),
    query: object({ category: id }),
    response: { raw: ['text/javascript'] },
    handle: async (services, { params, query }, actor) => ({
      raw: await validatorsModule(services, actor, { ...params, ...query }),
      type: 'text/javascript; charset=utf-8',
      headers: forEver,
    }),
  }),
  guarded<{ params: { route: string; chart: string } }>({
    summary: 'A flow chart of a route',
    method: 'GET',
    path: '/api/charts/:route/:chart',
    object: 'name',
    params: object({ route: id, chart: id }),
    response: { raw: ['image/svg+xml'] },
    handle: async (services, { params }) => ({
      raw: await chartSvg(services, params),
      type: 'image/svg+xml; charset=utf-8',
      headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" },
    }),
  }),
];
