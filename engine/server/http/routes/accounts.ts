import {
  addUser,
  deleteUser,
  accountPage as page,
  resetPassword,
  setUserStatus,
} from '#server/services/accounts/index.ts';
import { auditPage as auditRows, verifyAudit } from '#server/services/audit/index.ts';
import { guarded, type Route } from '../route.ts';
import { id, object, oneOf, text, username } from '../schema.ts';
import { accountPage, auditPage, auditVerification, newUser } from '../schemas/index.ts';

export const accountRoutes: Route[] = [
  guarded<{ query: { text?: string; status?: 'pending' | 'active' | 'frozen'; after?: string } }>({
    summary: 'Accounts of my organisation and of everything below it',
    access: ['accounts'],
    method: 'GET',
    path: '/api/accounts',
    query: object({
      'text?': text(100),
      'status?': oneOf('pending', 'active', 'frozen'),
      'after?': text(400),
    }),
    response: accountPage,
    handle: (services, { query }, actor) => page(services, actor, query),
  }),
  guarded<{ body: { name: string; username: string; role: string } }>({
    summary: 'Add a user to my own organisation; gives the initial password, once',
    access: ['accounts'],
    method: 'POST',
    path: '/api/accounts',
    body: object({ name: text(200, { minLength: 1 }), username, role: id }),
    response: newUser,
    status: 201,
    perMinute: 20,
    handle: (services, { body }, actor) => addUser(services, actor, body),
  }),
  guarded<{ params: { id: string }; body: { status: 'active' | 'frozen' } }>({
    summary: 'Freeze a user who was added by hand, or let them in again',
    access: ['accounts'],
    method: 'PUT',
    path: '/api/accounts/:id',
    object: 'user',
    params: object({ id }),
    body: object({ status: oneOf('active', 'frozen') }),
    response: object({}),
    handle: async (services, { params, body }, actor) => {
      await setUserStatus(services, actor, params.id, body.status);
      return {};
    },
  }),
  guarded<{ params: { id: string } }>({
    summary: 'Delete a user who was added by hand',
    access: ['accounts'],
    method: 'DELETE',
    path: '/api/accounts/:id',
    object: 'user',
    params: object({ id }),
    response: object({}),
    handle: async (services, { params }, actor) => {
      await deleteUser(services, actor, params.id);
      return {};
    },
  }),
  guarded<{ params: { id: string } }>({
    summary: 'Give a user below my organisation a new initial password',
    access: ['accounts'],
    method: 'POST',
    path: '/api/accounts/:id/password',
    object: 'user',
    params: object({ id }),
    response: newUser,
    perMinute: 20,
    handle: (services, { params }, actor) => resetPassword(services, actor, params.id),
  }),
  guarded<{ query: { action?: string; subject?: string; after?: string } }>({
    summary: 'The audit trail, newest first',
    access: ['audit'],
    method: 'GET',
    path: '/api/audit',
    query: object({ 'action?': text(80), 'subject?': text(80), 'after?': text(400) }),
    response: auditPage,
    handle: (services, { query }) => auditRows(services, query),
  }),
  guarded({
    summary: 'Check every link of the audit trail, and that it ends where it was last seen to end',
    access: ['audit'],
    method: 'GET',
    path: '/api/audit/verification',
    response: auditVerification,
    perMinute: 6,
    handle: (services) => verifyAudit(services),
  }),
];
