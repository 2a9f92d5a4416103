import type { SentenceWords } from '../words.ts';

/** What an effect does; `{0}` are the sections or fields that it writes. */
export const effects: SentenceWords['effects'] = {
  write: '{0} is written',
  clear: '{0} is void',
  strike: 'the chosen rows are struck',
  unstrike: 'the chosen rows count again',
  erase: 'everything that was filled in is destroyed',
  ban: 'whoever applied cannot apply again in this cycle',
  liftBan: 'whoever applied may apply again in this cycle',
  activate: 'the account may log in',
  deactivate: 'the account may no longer log in',
  release: 'the account is deleted',
};
