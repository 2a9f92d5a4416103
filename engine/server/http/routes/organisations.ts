import {
  CreatedOrganisation,
  closed,
  Empty,
  id,
  NewOrganisation,
  NewParent,
  OrganisationPage,
  OrganisationSearch,
  OrganisationView,
} from '#core/model/wire/index.ts';
import {
  createChild,
  moveOrganisation,
  organisationView,
  removeOrganisation,
  searchOrganisations,
} from '#server/services/accounts/index.ts';
import { guarded, open, type Route } from '../route.ts';

export const organisationRoutes: Route[] = [
  open({
    summary: 'Approved organisations: by part of the name, or the children of one',
    method: 'GET',
    path: '/api/organisations',
    query: OrganisationSearch,
    response: OrganisationPage,
    perMinute: 240,
    handle: (services, { query }) => searchOrganisations(services, query),
  }),
  open({
    summary: 'One approved organisation',
    method: 'GET',
    path: '/api/organisations/:id',
    object: 'approved',
    params: closed({ id }),
    response: OrganisationView,
    handle: (services, { params }) => organisationView(services, params.id),
  }),
  guarded({
    summary: 'Create an organisation by hand directly below my own, with its first user',
    access: ['accounts'],
    method: 'POST',
    path: '/api/organisations',
    body: NewOrganisation,
    response: CreatedOrganisation,
    status: 201,
    handle: (services, { body }, actor) => createChild(services, actor, body),
  }),
  guarded({
    summary: 'Remove an organisation that was created by hand directly below my own',
    access: ['accounts'],
    method: 'DELETE',
    path: '/api/organisations/:id',
    object: 'child',
    params: closed({ id }),
    response: Empty,
    handle: async (services, { params }, actor) => {
      await removeOrganisation(services, actor, params.id);
      return {};
    },
  }),
  guarded({
    summary: 'Hang an organisation, with everybody in it, under another parent below my own or mine',
    access: ['accounts'],
    method: 'PUT',
    path: '/api/organisations/:id/parent',
    object: 'branch',
    params: closed({ id }),
    body: NewParent,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await moveOrganisation(services, actor, { id: params.id, ...body });
      return {};
    },
  }),
];
