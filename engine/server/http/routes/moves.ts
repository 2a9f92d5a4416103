import {
  Created,
  closed,
  Empty,
  id,
  MoveAct,
  MovedCasePage,
  MovedCaseSearch,
  MoveList,
  MoveStart,
  MoveView,
} from '#core/model/wire/index.ts';
import { actOnMove, movedCasePage, moveList, moveView, startMove } from '#server/services/moves/index.ts';
import { guarded, type Route } from '../route.ts';

const params = closed({ id });

export const moveRoutes: Route[] = [
  guarded({
    summary: 'Moves of cases from one edition to another, and how many cases are under which',
    access: ['definitions', 'publish'],
    method: 'GET',
    path: '/api/moves',
    response: MoveList,
    handle: (services) => moveList(services),
  }),
  guarded({
    summary: 'Tries what would become of the applications under an edition in what is published now',
    access: ['publish'],
    object: 'name',
    method: 'POST',
    path: '/api/moves',
    body: MoveStart,
    response: Created,
    status: 201,
    perMinute: 10,
    handle: (services, { body }, actor) => startMove(services, actor, body),
  }),
  guarded({
    summary: 'A move, in numbers',
    access: ['definitions', 'publish'],
    object: 'name',
    method: 'GET',
    path: '/api/moves/:id',
    params,
    response: MoveView,
    handle: (services, { params }) => moveView(services, params.id),
  }),
  guarded({
    summary: 'What becomes of the cases of a move, of those that one may see',
    access: ['review'],
    object: 'name',
    method: 'GET',
    path: '/api/moves/:id/cases',
    params,
    query: MovedCaseSearch,
    response: MovedCasePage,
    handle: (services, { params, query }, actor) => movedCasePage(services, actor, params.id, query.after),
  }),
  guarded({
    summary: 'Carries out a move that was tried, or takes it back',
    access: ['publish'],
    object: 'name',
    method: 'POST',
    path: '/api/moves/:id',
    params,
    body: MoveAct,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await actOnMove(services, actor, params.id, body);
      return {};
    },
  }),
];
