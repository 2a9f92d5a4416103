import type { ComponentType } from 'react';
import type { Ability } from '../../engine/core/model/index.ts';
import type { SessionView } from '../api/index.ts';

/** A desk: its screens are one lazy chunk, opened by everybody who may, at the addresses below `paths`. */
export type Desk = {
  id: string;
  /** First parts of the addresses that it answers to; `/` stands for the start page. */
  paths: string[];
  opens: (session: SessionView | null) => boolean;
  load: () => Promise<{ default: ComponentType }>;
};

const may =
  (ability: Ability) =>
  (session: SessionView | null): boolean =>
    session?.user.abilities.includes(ability) ?? false;

const stranger = (session: SessionView | null): boolean => session === null || session.user.mustChangePassword;
const somebody = (session: SessionView | null): boolean => session !== null;

/** Every desk. The first that opens at an address answers, so who may do more stands later. */
export const desks: readonly Desk[] = [
  { id: 'login', paths: ['/', '/password', '/applications', '/queues', '/cases'], opens: stranger, load: () => import('./login/index.tsx') },
  { id: 'password', paths: ['/password'], opens: somebody, load: () => import('./login/index.tsx') },
  { id: 'applicant', paths: ['/', '/applications'], opens: may('apply'), load: () => import('./applicant/index.tsx') },
  {
    id: 'review',
    paths: ['/', '/queues', '/cases'],
    opens: (session) => may('review')(session) || may('accounts')(session),
    load: () => import('./review/index.tsx'),
  },
  { id: 'policy', paths: ['/', '/policy'], opens: may('definitions'), load: () => import('../../admin-ui/index.tsx') },
];

/** The desk that answers at an address for this person; undefined where none does. */
export const deskAt = (path: string, session: SessionView | null): Desk | undefined =>
  desks.find((desk) => desk.opens(session) && desk.paths.some((start) => isUnder(path, start)));

const isUnder = (path: string, start: string): boolean =>
  path === start || (start !== '/' && path.startsWith(`${start}/`));
