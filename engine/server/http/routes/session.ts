import { changePassword, login, logout, sessionView } from '#server/services/entry/index.ts';
import { guarded, open, type Route } from '../route.ts';
import { flag, nullable, object, proof, text } from '../schema.ts';
import { session } from '../schemas/index.ts';

type Credentials = { username: string; password: string; proof: string; code?: string };
type Change = { current: string; next: string; question?: string; answer?: string };

export const sessionRoutes: Route[] = [
  open({
    summary: 'Who is logged in; null when nobody is',
    method: 'GET',
    path: '/api/session',
    response: nullable(session),
    handle: async (services, _request, actor) => actor && sessionView(services, actor),
  }),
  open<{ body: Credentials }>({
    summary: 'Log in; whoever has a second factor and sends no code is asked for it',
    method: 'POST',
    path: '/api/session',
    body: object({ username: text(64), password: text(200), proof, 'code?': text(10) }),
    response: object({ 'secondFactor?': flag }),
    handle: async (services, { body, address }) => {
      const answer = await login(services, { ...body, address });
      return 'session' in answer ? { session: answer.session, body: {} } : answer;
    },
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
  guarded<{ body: Change }>({
    summary: 'Change the password, and the security question with it; every other session of the user ends',
    method: 'PUT',
    path: '/api/session/password',
    body: object({
      current: text(200),
      next: text(200, { minLength: 1 }),
      'question?': text(40),
      'answer?': text(200, { minLength: 1 }),
    }),
    response: object({}),
    handle: async (services, { body }, actor) => {
      await changePassword(services, actor, body);
      return {};
    },
  }),
];
