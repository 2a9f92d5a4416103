import { closed, Empty, FirstUser, id, SetupView } from '#core/model/wire/index.ts';
import { finishSetup, setupView } from '#server/services/accounts/index.ts';
import { open, type Route } from '../route.ts';

export const setupRoutes: Route[] = [
  open({
    summary: 'Whom a one-time link makes',
    method: 'GET',
    path: '/api/setup/:token',
    object: 'name',
    params: closed({ token: id }),
    response: SetupView,
    perMinute: 60,
    handle: (services, { params }) => setupView(services, params.token),
  }),
  open({
    summary: 'Make the first administrator; the link is used up by it',
    method: 'POST',
    path: '/api/setup/:token',
    object: 'name',
    params: closed({ token: id }),
    body: FirstUser,
    response: Empty,
    status: 201,
    perMinute: 20,
    handle: async (services, { params, body }) => {
      await finishSetup(services, params.token, body);
      return {};
    },
  }),
];
