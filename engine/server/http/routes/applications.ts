import { Created, HomeView, NewApplication } from '#core/model/wire/index.ts';
import { home, startApplication } from '#server/services/cases/index.ts';
import { guarded, type Route } from '../route.ts';

export const applicationRoutes: Route[] = [
  guarded({
    summary: 'My applications, and what I may start',
    access: ['apply'],
    method: 'GET',
    path: '/api/applications',
    response: HomeView,
    handle: (services, _request, actor) => home(services, actor),
  }),
  guarded({
    summary: 'Start an application',
    access: ['apply'],
    method: 'POST',
    path: '/api/applications',
    object: 'name',
    body: NewApplication,
    response: Created,
    status: 201,
    handle: (services, { body }, actor) => startApplication(services, actor, body.category),
  }),
];
