import { StarterList, StarterWish } from '#core/model/wire/index.ts';
import { starterList } from '#server/services/drafts/index.ts';
import { guarded, type Route } from '../route.ts';

export const starterRoutes: Route[] = [
  guarded({
    summary: 'Programmes to begin a new one with: one a route, with all their files',
    access: ['definitions'],
    method: 'GET',
    path: '/api/starters',
    query: StarterWish,
    response: StarterList,
    compressed: true,
    perMinute: 60,
    handle: (_services, { query }) => starterList(query),
  }),
];
