import type { AccountView } from '#renderer/api/index.ts';
import type { AccountsWords } from '#renderer/locales/index.ts';

/** The state of an account: in the words of its route, or the engine's own for one without a registration. */
export const stateOf = ({ status, statusTitle }: AccountView, words: AccountsWords): string =>
  statusTitle || (words.statuses[status] ?? status);
