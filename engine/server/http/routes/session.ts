import { changePassword, login, logout, sessionView } from '../../services/index.ts';
import { guarded, open, type Route } from '../route.ts';
import { nullable, object, text } from '../schema.ts';
import { session } from '../schemas/index.ts';

export const sessionRoutes: Route[] = [
  open({
    summary: 'Who is logged in; null when nobody is',
    method: 'GET',
    path: '/api/session',
    response: nullable(session),
    handle: async (services, _request, actor) => actor && sessionView(services, actor),
  }),
  open<{ body: { username: string; password: string } }>({
    summary: 'Log in',
    method: 'POST',
    path: '/api/session',
    body: object({ username: text(64), password: text(200) }),
    response: object({}),
    handle: async (services, { body, address }) => ({
      session: await login(services, { ...body, address }),
      body: {},
    }),
  }),
  guarded({
    summary: 'Log out',
    method: 'DELETE',
    path: '/api/session',
    response: object({}),
    handle: async (services, _request, actor) => {
      await logout(services, actor);
      return { session: null, body: {} };
    },
  }),
  guarded<{ body: { current: string; next: string } }>({
    summary: 'Change the password; every other session of the user ends',
    method: 'PUT',
    path: '/api/session/password',
    body: object({ current: text(200), next: text(200, { minLength: 1 }) }),
    response: object({}),
    handle: async (services, { body }, actor) => {
      await changePassword(services, actor, body);
      return {};
    },
  }),
];
