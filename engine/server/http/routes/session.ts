import {
  Credentials,
  Empty,
  LanguageChoice,
  LoginView,
  nullable,
  PasswordChange,
  SessionView,
} from '#core/model/wire/index.ts';
import { changePassword, chooseLanguage, login, logout, sessionView } from '#server/services/entry/index.ts';
import { guarded, open, type Route } from '../route.ts';

export const sessionRoutes: Route[] = [
  open({
    summary: 'Who is logged in; null when nobody is',
    method: 'GET',
    path: '/api/session',
    response: nullable(SessionView),
    handle: async (services, _request, actor) => actor && sessionView(services, actor),
  }),
  open({
    summary: 'Log in; whoever has a second factor and sends no code is asked for it',
    method: 'POST',
    path: '/api/session',
    body: Credentials,
    response: LoginView,
    handle: async (services, { body, address }) => {
      const answer = await login(services, { ...body, address });
      return 'session' in answer ? { session: answer.session, body: {} } : answer;
    },
  }),
  guarded({
    summary: 'Log out',
    method: 'DELETE',
    path: '/api/session',
    response: Empty,
    handle: async (services, _request, actor) => {
      await logout(services, actor);
      return { session: null, body: {} };
    },
  }),
  guarded({
    summary: 'Choose the language in which everything is answered from now on',
    method: 'PUT',
    path: '/api/session/language',
    body: LanguageChoice,
    response: Empty,
    handle: async (services, { body }, actor) => {
      await chooseLanguage(services, actor, body.language);
      return {};
    },
  }),
  guarded({
    summary: 'Change the password, and the security question with it; every other session of the user ends',
    method: 'PUT',
    path: '/api/session/password',
    body: PasswordChange,
    response: Empty,
    handle: async (services, { body }, actor) => {
      await changePassword(services, actor, body);
      return {};
    },
  }),
];
