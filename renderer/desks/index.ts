import type { ComponentType } from 'react';
import type { Ability } from '#core/model/index.ts';
import type { SessionView } from '#renderer/api/index.ts';

/** A desk: its screens are one lazy chunk, opened by everybody who may, at the addresses below `paths`. */
export type Desk = {
  id: string;
  /** First parts of the addresses that it answers to; `/` stands for the start page. */
  paths: string[];
  opens: (session: SessionView | null) => boolean;
  load: Load | null;
};

/** Brings the screens of a desk; null where they are there already, because everybody meets them first. */
type Load = () => Promise<{ default: ComponentType }>;

const may =
  (ability: Ability) =>
  (session: SessionView | null): boolean =>
    session?.user.abilities.includes(ability) ?? false;

const enrols = (session: SessionView | null): boolean => session?.user.mustEnrol ?? false;
const mustChange = (session: SessionView | null): boolean => session?.user.mustChangePassword ?? false;
const nobody = (session: SessionView | null): boolean => session === null;
const anybody = (): boolean => true;
const somebody = (session: SessionView | null): boolean => session !== null;

/** Wherever somebody stands who must first log in, or set something up, that is what they see. */
const ENTRANCES = [
  '/',
  '/password',
  '/applications',
  '/queues',
  '/cases',
  '/accounts',
  '/account',
  '/audit',
  '/jobs',
  '/cycle',
  '/registration',
];

/**
 * Every desk. The first that opens at an address answers, so desks with more abilities are listed later. `policy`
 * brings the screens of policy staff, which stand above this room.
 */
export const desksWith = (policy: Load): readonly Desk[] => [
  {
    id: 'register',
    paths: ['/register', '/progress'],
    opens: anybody,
    load: () => import('#renderer/desks/registration/index.tsx'),
  },
  {
    id: 'verify',
    paths: ['/verify', '/V'],
    opens: anybody,
    load: () => import('#renderer/desks/verify/index.tsx'),
  },
  { id: 'setup', paths: ['/setup'], opens: anybody, load: () => import('#renderer/desks/setup/index.tsx') },
  {
    id: 'login',
    paths: ENTRANCES,
    opens: nobody,
    load: null,
  },
  {
    id: 'first-password',
    paths: ENTRANCES,
    opens: mustChange,
    load: () => import('#renderer/desks/password/index.tsx'),
  },
  {
    id: 'enrol',
    paths: ENTRANCES.filter((path) => path !== '/password'),
    opens: enrols,
    load: () => import('#renderer/desks/account/index.tsx'),
  },
  {
    id: 'password',
    paths: ['/password'],
    opens: somebody,
    load: () => import('#renderer/desks/password/index.tsx'),
  },
  {
    id: 'applicant',
    paths: ['/', '/applications'],
    opens: may('apply'),
    load: () => import('#renderer/desks/applicant/index.tsx'),
  },
  {
    id: 'review',
    paths: ['/', '/queues', '/cases'],
    opens: (session) => may('review')(session) || may('accounts')(session),
    load: () => import('#renderer/desks/review/index.tsx'),
  },
  {
    id: 'policy',
    paths: ['/', '/policy'],
    opens: (session) => may('definitions')(session) || may('publish')(session) || may('replay')(session),
    load: policy,
  },
  {
    id: 'accounts',
    paths: ['/accounts'],
    opens: may('accounts'),
    load: () => import('#renderer/desks/accounts/index.tsx'),
  },
  {
    id: 'cycle',
    paths: ['/', '/cycle'],
    opens: may('cycle'),
    load: () => import('#renderer/desks/cycle/index.tsx'),
  },
  {
    id: 'audit',
    paths: ['/', '/audit'],
    opens: may('audit'),
    load: () => import('#renderer/desks/audit/index.tsx'),
  },
  {
    id: 'jobs',
    paths: ['/', '/jobs'],
    opens: may('jobs'),
    load: () => import('#renderer/desks/jobs/index.tsx'),
  },
  {
    id: 'account',
    paths: ['/account'],
    opens: somebody,
    load: () => import('#renderer/desks/account/index.tsx'),
  },
  {
    id: 'registration',
    paths: ['/', '/registration'],
    opens: (session) => Boolean(session?.registration),
    load: () => import('#renderer/desks/registration/index.tsx'),
  },
  { id: 'nothing', paths: ['/'], opens: somebody, load: () => import('#renderer/desks/account/index.tsx') },
];

/** The desk that answers at an address for this person; undefined where none does. */
export const deskAt = (desks: readonly Desk[], path: string, session: SessionView | null): Desk | undefined =>
  desks.find((desk) => desk.opens(session) && desk.paths.some((start) => isUnder(path, start)));

/** The desk whose own an address is, whoever asks. */
export const deskBelow = (desks: readonly Desk[], path: string): Desk | undefined =>
  desks.findLast(({ paths }) => paths.some((start) => start !== '/' && isUnder(path, start)));

const isUnder = (path: string, start: string): boolean =>
  path === start || (start !== '/' && path.startsWith(`${start}/`));
