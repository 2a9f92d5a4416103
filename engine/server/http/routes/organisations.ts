import { createChild, organisationView, searchOrganisations } from '../../services/index.ts';
import { guarded, open, type Route } from '../route.ts';
import { id, object, text } from '../schema.ts';
import { newUser, organisation, organisationPage } from '../schemas/index.ts';

type Search = { search?: string; parent?: string; for?: string; kind?: string; after?: string };

export const organisationRoutes: Route[] = [
  open<{ query: Search }>({
    summary: 'Approved organisations: by part of the name, or the children of one',
    method: 'GET',
    path: '/api/organisations',
    query: object({ 'search?': text(100), 'parent?': id, 'for?': id, 'kind?': id, 'after?': text(400) }),
    response: organisationPage,
    perMinute: 240,
    handle: (services, { query }) => searchOrganisations(services, query),
  }),
  open<{ params: { id: string } }>({
    summary: 'One approved organisation',
    method: 'GET',
    path: '/api/organisations/:id',
    params: object({ id }),
    response: organisation,
    handle: (services, { params }) => organisationView(services, params.id),
  }),
  guarded<{ body: { kind: string; name: string; username: string } }>({
    summary: 'Create an organisation by hand directly below my own, with its first user',
    access: ['accounts'],
    method: 'POST',
    path: '/api/organisations',
    body: object({
      kind: id,
      name: text(200, { minLength: 1 }),
      username: text(40, { pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{2,39}$' }),
    }),
    response: newUser,
    status: 201,
    handle: (services, { body }, actor) => createChild(services, actor, body),
  }),
];
