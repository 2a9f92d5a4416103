import type { Ability } from '#core/model/index.ts';

/** Screens that help is written for; each has its text in the locale. */
const TOPICS = [
  'login',
  'registration',
  'application',
  'confirming',
  'printing',
  'opinions',
  'review',
  'board',
  'accounts',
  'account',
  'cycle',
  'audit',
  'jobs',
  'policy',
  'drafts',
  'begin',
  'changing',
  'changingForms',
  'changingAccounts',
  'rules',
  'cases',
  'routing',
  'listing',
  'sheets',
  'replay',
  'setup',
] as const;

export type Topic = (typeof TOPICS)[number];

/** A screen, or the work of the person's own role, which the programme explains. */
export type Chapter = Topic | 'role';

/** Pattern of an address -> topic; the first that fits is taken. */
const BY_PATH: readonly [RegExp, Topic][] = [
  [/^\/register(\/|$)/, 'registration'],
  [/^\/(registration|progress)(\/|$)/, 'registration'],
  [/^\/applications\/[^/]+\/confirm$/, 'confirming'],
  [/^\/applications\/[^/]+\/sheets$/, 'printing'],
  [/^\/applications\/[^/]+\/opinions$/, 'opinions'],
  [/^\/applications(\/|$)/, 'application'],
  [/^\/queues\/[^/]+\/[^/]+\/[^/]+$/, 'board'],
  [/^\/(queues|cases)(\/|$)/, 'review'],
  [/^\/accounts(\/|$)/, 'accounts'],
  [/^\/(account|password)(\/|$)/, 'account'],
  [/^\/cycle(\/|$)/, 'cycle'],
  [/^\/audit(\/|$)/, 'audit'],
  [/^\/jobs(\/|$)/, 'jobs'],
  [/^\/policy\/drafts\/[^/]+\/forms/, 'changingForms'],
  [/^\/policy\/drafts\/[^/]+\/accounts/, 'changingAccounts'],
  [/^\/policy\/drafts\/[^/]+\/routes$/, 'routing'],
  [/^\/policy\/drafts\/[^/]+\/rosters$/, 'listing'],
  [/^\/policy\/drafts\/[^/]+\/sheets$/, 'sheets'],
  [/^\/policy\/drafts\/[^/]+\/replay$/, 'replay'],
  [/^\/policy\/replays(\/|$)/, 'replay'],
  [/^\/policy\/drafts\/[^/]+/, 'changing'],
  [/^\/policy\/new(\/|$)/, 'begin'],
  [/^\/policy\/(drafts|publications)(\/|$)/, 'drafts'],
  [/^\/policy(\/|$)/, 'policy'],
  [/^\/setup(\/|$)/, 'setup'],
];

type Reader = { abilities: readonly string[]; guide: readonly unknown[] };

/** The chapter of the page at an address; the start page's depends on the user. */
export function chapterAt(path: string, reader: Reader | null): Chapter {
  const found = BY_PATH.find(([pattern]) => pattern.test(path));
  if (found) return found[1];
  if (reader === null) return 'login';
  return reader.guide.length > 0 ? 'role' : (topicsFor(reader)[0] ?? 'account');
}

const STAFF: Ability[] = ['review', 'accounts'];

/** The abilities with which somebody meets the screen. Everybody who has logged in has the account screen. */
const SEEN_BY: Partial<Record<Topic, Ability[]>> = {
  application: ['apply'],
  confirming: ['apply'],
  printing: ['apply'],
  opinions: ['apply'],
  review: STAFF,
  board: ['review'],
  accounts: ['accounts'],
  cycle: ['cycle'],
  audit: ['audit'],
  jobs: ['jobs'],
  policy: ['definitions', 'publish'],
  drafts: ['definitions', 'publish'],
  begin: ['definitions'],
  changing: ['definitions', 'publish'],
  changingForms: ['definitions', 'publish'],
  changingAccounts: ['definitions', 'publish'],
  routing: ['definitions', 'publish'],
  listing: ['definitions', 'publish'],
  sheets: ['definitions', 'publish'],
  replay: ['definitions', 'publish', 'replay'],
};

/** The screens that a reader meets, in the order of their work; those of a visitor where nobody has logged in. */
export function topicsFor(reader: Reader | null): Topic[] {
  if (reader === null) return ['login', 'registration'];
  const meets = (topic: Topic): boolean =>
    SEEN_BY[topic]?.some((ability) => reader.abilities.includes(ability)) ?? topic === 'account';
  return TOPICS.filter(meets);
}
