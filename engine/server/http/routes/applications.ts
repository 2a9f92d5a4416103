import { home as homeOf, startApplication } from '#server/services/cases/index.ts';
import { guarded, type Route } from '../route.ts';
import { id, object } from '../schema.ts';
import { created, home } from '../schemas/index.ts';

export const applicationRoutes: Route[] = [
  guarded({
    summary: 'My applications, and what I may start',
    access: ['apply'],
    method: 'GET',
    path: '/api/applications',
    response: home,
    handle: (services, _request, actor) => homeOf(services, actor),
  }),
  guarded<{ body: { category: string } }>({
    summary: 'Start an application',
    access: ['apply'],
    method: 'POST',
    path: '/api/applications',
    object: 'name',
    body: object({ category: id }),
    response: created,
    status: 201,
    handle: (services, { body }, actor) => startApplication(services, actor, body.category),
  }),
];
