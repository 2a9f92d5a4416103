import {
  AccountPage,
  AccountSearch,
  closed,
  Empty,
  InitialPassword,
  id,
  NewUser,
  StatusChange,
} from '#core/model/wire/index.ts';
import {
  accountPage,
  addUser,
  deleteUser,
  resetPassword,
  setUserStatus,
} from '#server/services/accounts/index.ts';
import { guarded, type Route } from '../route.ts';

export const accountRoutes: Route[] = [
  guarded({
    summary: 'Accounts of my organisation and of everything below it',
    access: ['accounts'],
    method: 'GET',
    path: '/api/accounts',
    query: AccountSearch,
    response: AccountPage,
    handle: (services, { query }, actor) => accountPage(services, actor, query),
  }),
  guarded({
    summary: 'Add a user to my own organisation; gives the initial password, once',
    access: ['accounts'],
    method: 'POST',
    path: '/api/accounts',
    body: NewUser,
    response: InitialPassword,
    status: 201,
    perMinute: 20,
    handle: (services, { body }, actor) => addUser(services, actor, body),
  }),
  guarded({
    summary: 'Freeze a user who was added by hand, or let them in again',
    access: ['accounts'],
    method: 'PUT',
    path: '/api/accounts/:id',
    object: 'user',
    params: closed({ id }),
    body: StatusChange,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await setUserStatus(services, actor, params.id, body.status);
      return {};
    },
  }),
  guarded({
    summary: 'Delete a user who was added by hand',
    access: ['accounts'],
    method: 'DELETE',
    path: '/api/accounts/:id',
    object: 'user',
    params: closed({ id }),
    response: Empty,
    handle: async (services, { params }, actor) => {
      await deleteUser(services, actor, params.id);
      return {};
    },
  }),
  guarded({
    summary: 'Give a user below my organisation a new initial password',
    access: ['accounts'],
    method: 'POST',
    path: '/api/accounts/:id/password',
    object: 'user',
    params: closed({ id }),
    response: InitialPassword,
    perMinute: 20,
    handle: (services, { params }, actor) => resetPassword(services, actor, params.id),
  }),
];
