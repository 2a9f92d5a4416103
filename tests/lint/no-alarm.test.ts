import { describe, expect, it } from 'vitest';
import { lint } from '#core/lint/index.ts';
import type { Json, JsonObject } from '#core/model/index.ts';
import { at, base, editionOf, type Files } from './base.ts';

/** What an author may write, and what no check may report. */
const harmless: [string, (files: Files) => void][] = [
  [
    'a form that one kind of organisation alone registers by binds no kind',
    (files) => {
      delete at(files, 'accounts/club.json', 'account').kind;
    },
  ],
  [
    'an edition says nothing of quotas',
    (files) => {
      delete at(files, '2026/edition.json').quotas;
    },
  ],
  [
    'a term for answers is a fact that is not in force',
    (files) => {
      const edition = at(files, '2026/edition.json');
      edition.facts = { most: 100, archive: { title: 'Years in the archive', value: null } };
      edition.retention = { years: { fact: 'archive' }, source: 'the archive law' };
    },
  ],
  [
    'a demonstration shows organisations alone',
    (files) => {
      const demo = at(files, 'demo.json');
      delete demo.people;
      delete demo.applications;
    },
  ],
  [
    'a demonstration adds somebody by hand in a role',
    (files) => {
      (at(files, 'demo.json').people as Json[]).push({ id: 'clerk-1', under: 'council', role: 'clerk' });
    },
  ],
  [
    'a state is left at once where nobody holds its desk',
    (files) => {
      const states = at(files, '2026/routes/loan.json', 'machine', 'states');
      Object.assign(at(files, '2026/routes/loan.json', 'machine', 'states', 'atClub', 'on'), {
        PASS: { target: 'atShed', meta: { by: 'club' } },
      });
      const rule = { '!': { var: 'desks.shed' } };
      Object.assign(states.atShed as object, {
        always: { target: 'lent', guard: { type: 'rule', params: { rule } } },
      });
    },
  ],
  [
    'people apply from a kind that is created by hand below the desk',
    (files) => {
      const kinds = at(files, 'programme.json', 'organisationKinds') as unknown as JsonObject[];
      Object.assign(kinds[2] as object, { applies: true });
      Object.assign(at(files, '2026/routes/loan.json', 'desks'), {
        club: { title: 'Club', find: { ancestor: ['club'], orSelf: true } },
      });
    },
  ],
];

describe('lint', () => {
  it.each(harmless)('is silent where %s', (_name, change) => {
    const files = base();
    change(files);
    expect(lint(editionOf(files))).toEqual([]);
  });
});
