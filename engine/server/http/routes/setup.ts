import { finishSetup, setupView } from '#server/services/accounts/index.ts';
import { open, type Route } from '../route.ts';
import { id, object, text, username } from '../schema.ts';

type Token = { params: { token: string } };
type FirstUser = { name: string; username: string; password: string; question: string; answer: string };

export const setupRoutes: Route[] = [
  open<Token>({
    summary: 'Whom a one-time link makes',
    method: 'GET',
    path: '/api/setup/:token',
    object: 'name',
    params: object({ token: id }),
    response: object({ organisation: text(), roleTitle: text() }),
    perMinute: 60,
    handle: (services, { params }) => setupView(services, params.token),
  }),
  open<Token & { body: FirstUser }>({
    summary: 'Make the first administrator; the link is used up by it',
    method: 'POST',
    path: '/api/setup/:token',
    object: 'name',
    params: object({ token: id }),
    body: object({
      name: text(200, { minLength: 1 }),
      username,
      password: text(200, { minLength: 1 }),
      question: text(40),
      answer: text(200, { minLength: 1 }),
    }),
    response: object({}),
    status: 201,
    perMinute: 20,
    handle: async (services, { params, body }) => {
      await finishSetup(services, params.token, body);
      return {};
    },
  }),
];
