import {
  createChild,
  moveOrganisation,
  organisationView,
  removeOrganisation,
  searchOrganisations,
} from '#server/services/accounts/index.ts';
import { guarded, open, type Route } from '../route.ts';
import { id, object, text, username } from '../schema.ts';
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
    object: 'approved',
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
      username,
    }),
    response: newUser,
    status: 201,
    handle: (services, { body }, actor) => createChild(services, actor, body),
  }),
  guarded<{ params: { id: string } }>({
    summary: 'Remove an organisation that was created by hand directly below my own',
    access: ['accounts'],
    method: 'DELETE',
    path: '/api/organisations/:id',
    object: 'child',
    params: object({ id }),
    response: object({}),
    handle: async (services, { params }, actor) => {
      await removeOrganisation(services, actor, params.id);
      return {};
    },
  }),
  guarded<{ params: { id: string }; body: { parent: string } }>({
    summary: 'Hang an organisation, with everybody in it, under another parent below my own or mine',
    access: ['accounts'],
    method: 'PUT',
    path: '/api/organisations/:id/parent',
    object: 'branch',
    params: object({ id }),
    body: object({ parent: id }),
    response: object({}),
    handle: async (services, { params, body }, actor) => {
      await moveOrganisation(services, actor, { id: params.id, ...body });
      return {};
    },
  }),
];
