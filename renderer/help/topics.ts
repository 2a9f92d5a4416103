/** Screens that help is written for; each has its text in the locale file. */
export const TOPICS = [
  'login',
  'registration',
  'application',
  'review',
  'accounts',
  'account',
  'audit',
  'setup',
] as const;

export type Topic = (typeof TOPICS)[number];

/** Beginning of an address -> topic; the first that fits is taken. */
const BY_PATH: readonly [string, Topic][] = [
  ['/register', 'registration'],
  ['/registration', 'registration'],
  ['/applications', 'application'],
  ['/queues', 'review'],
  ['/cases', 'review'],
  ['/accounts', 'accounts'],
  ['/account', 'account'],
  ['/password', 'account'],
  ['/audit', 'audit'],
  ['/setup', 'setup'],
];

/** What the page at an address is explained by: the start page by whoever is there. */
export function topicAt(path: string, abilities: readonly string[] | null): Topic {
  const found = BY_PATH.find(([start]) => path === start || path.startsWith(`${start}/`));
  if (found) return found[1];
  if (abilities === null) return 'login';
  if (abilities.includes('apply')) return 'application';
  return abilities.includes('review') || abilities.includes('accounts') ? 'review' : 'account';
}
