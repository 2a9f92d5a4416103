import { auditPage as auditRows, accountPage as page, resetPassword } from '../../services/index.ts';
import { guarded, type Route } from '../route.ts';
import { id, object, oneOf, text } from '../schema.ts';
import { accountPage, auditPage, newUser } from '../schemas/index.ts';

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
  guarded<{ params: { id: string } }>({
    summary: 'Give a user below my organisation a new initial password',
    access: ['accounts'],
    method: 'POST',
    path: '/api/accounts/:id/password',
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
];
