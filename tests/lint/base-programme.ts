import type { Json, JsonObject } from '#core/model/index.ts';
import { form } from './base-form.ts';

/** What all editions share: organisations, roles, accounts, code lists, and the demonstration. */
export function programmeFiles(): Record<string, Json> {
  return {
    'programme.json': {
      id: 'loans',
      title: 'Tool loans',
      locale: 'en',
      timeZone: 'Europe/London',
      organisationKinds: [
        { id: 'council', title: 'Council', level: 0, parents: [] },
        {
          id: 'club',
          title: 'Club',
          level: 1,
          parents: ['council'],
          form: 'club',
          applies: true,
          creates: ['shed'],
        },
        { id: 'shed', title: 'Shed', level: 2, parents: [] },
      ],
      roles: [
        { id: 'member', title: 'Member', abilities: ['apply'] },
        {
          id: 'clerk',
          title: 'Clerk',
          kinds: ['club', 'council', 'shed'],
          abilities: ['review', 'accounts'],
        },
      ],
      password: { minLength: 8, classes: 3, questions: 'question' },
      seed: { organisations: [{ id: 'council', kind: 'council', name: 'Council' }] },
    },
    'codes/question.json': {
      id: 'question',
      title: 'Questions',
      entries: [{ code: 'q1', title: 'First pet' }],
    },
    'codes/tool.json': {
      id: 'tool',
      title: 'Tools',
      entries: [
        { code: 'saw', title: 'Saw', level: 'sharp' },
        { code: 'axe', title: 'Axe', validTo: '2025-12-31', successor: 'saw' },
        { code: 'rake', title: 'Rake', level: 'blunt' },
      ],
    },
    'expressions/double.json': {
      id: 'double',
      title: 'Twice a number',
      params: ['n'],
      logic: { '*': [{ var: 'params.n' }, 2] },
      cases: [{ name: 'two', params: { n: 2 }, expects: 4 }],
    },
    'fragments/contact.json': {
      id: 'contact',
      schema: { type: 'object', properties: { phone: { type: 'string', format: 'phone', title: 'Phone' } } },
    },
    'sections/person.json': form('person', ['name', 'club'], {
      name: { type: 'string', title: 'Name' },
      born: { type: 'string', format: 'date', title: 'Born' },
      club: { type: 'string', title: 'Club' },
    }),
    'sections/details.json': form('details', ['name', 'kind', 'council'], {
      name: { type: 'string', title: 'Name' },
      kind: { type: 'string', enum: ['club'], title: 'Kind' },
      council: { type: 'string', title: 'Council' },
    }),
    'accounts/member.json': account('member', 'person', {
      makes: 'person',
      role: 'member',
      name: '/person/name',
      parent: '/person/club',
    }),
    'accounts/club.json': account('club', 'details', {
      makes: 'organisation',
      role: 'clerk',
      name: '/details/name',
      kind: '/details/kind',
      parent: '/details/council',
      attributes: { label: '/details/name' },
    }),
    'routes/account.json': {
      id: 'account',
      title: 'Accounts',
      subject: 'account',
      desks: { keeper: { title: 'Keeper', find: { self: true } } },
      queues: { pending: { title: 'Pending', holds: 'current' } },
      events: { ADMIT: { title: 'Admit' }, REMOVE: { title: 'Remove' } },
      machine: {
        id: 'account',
        initial: 'waiting',
        states: {
          waiting: {
            meta: { desk: 'keeper', title: 'Waiting' },
            on: { ADMIT: { target: 'active', actions: ['activate'], meta: { by: 'keeper' } } },
          },
          active: {
            meta: { title: 'Active', login: true },
            on: { REMOVE: { target: 'gone', actions: ['release'], meta: { by: 'keeper' } } },
          },
          gone: { type: 'final', meta: { title: 'Gone' } },
        },
      },
    },
    'demo.json': {
      organisations: [
        {
          id: 'club-1',
          form: 'club',
          under: 'council',
          sections: { details: { name: 'Club', kind: 'club' } },
        },
      ],
      people: [{ id: 'member-1', form: 'member', under: 'club-1', sections: { person: { name: 'Test A' } } }],
      applications: [{ person: 'member-1', case: 'complete', events: [{ by: 'applicant', type: 'SUBMIT' }] }],
    },
  };
}

function account(id: string, section: string, binding: JsonObject): JsonObject {
  return {
    id,
    title: id,
    route: 'account',
    menus: [{ id: 'main', title: 'Registration' }],
    pages: [{ id: 'main', title: 'Registration', menu: 'main', sections: [section] }],
    account: binding,
  };
}
