import {
  Created,
  closed,
  Empty,
  id,
  ReplayedCasePage,
  ReplayedCaseSearch,
  ReplayedDrafts,
  ReplayList,
  ReplayStart,
} from '#core/model/wire/index.ts';
import {
  cancelReplay,
  replayedCasePage,
  replayedDrafts,
  replayList,
  startReplay,
} from '#server/services/replays/index.ts';
import { guarded, type Route } from '../route.ts';

const params = closed({ id });

export const replayRoutes: Route[] = [
  guarded({
    summary: 'The drafts that applications can be read under',
    access: ['replay'],
    method: 'GET',
    path: '/api/replays',
    response: ReplayedDrafts,
    handle: (services, _request, actor) => replayedDrafts(services, actor),
  }),
  guarded({
    summary: 'What became of applications under a draft, in numbers',
    access: ['definitions', 'publish', 'replay'],
    object: 'name',
    method: 'GET',
    path: '/api/drafts/:id/replays',
    params,
    response: ReplayList,
    handle: (services, { params }, actor) => replayList(services, actor, params.id),
  }),
  guarded({
    summary: 'Reads the applications of a cycle under a draft; nothing of them is changed',
    access: ['replay'],
    object: 'name',
    method: 'POST',
    path: '/api/drafts/:id/replays',
    params,
    body: ReplayStart,
    response: Created,
    status: 201,
    perMinute: 10,
    handle: (services, { params, body }, actor) => startReplay(services, actor, params.id, body),
  }),
  guarded({
    summary: 'Cancels a replay',
    access: ['replay'],
    object: 'name',
    method: 'DELETE',
    path: '/api/replays/:id',
    params,
    response: Empty,
    handle: async (services, { params }, actor) => {
      await cancelReplay(services, actor, params.id);
      return {};
    },
  }),
  guarded({
    summary: 'The applications behind a number of a replay',
    access: ['replay'],
    object: 'name',
    method: 'GET',
    path: '/api/replays/:id/cases',
    params,
    query: ReplayedCaseSearch,
    response: ReplayedCasePage,
    handle: (services, { params, query }) => replayedCasePage(services, params.id, query),
  }),
];
