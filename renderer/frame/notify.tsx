import { createContext, type ReactNode, useContext } from 'react';

/** Messages of a page: what succeeded, and why something failed. */
export type Notify = {
  success: (text: ReactNode) => void;
  warning: (text: string) => void;
  failure: (error: unknown) => void;
};

/** How the shell of the page shows messages. */
export const NotifyContext = createContext<Notify | null>(null);

/** Messages at the top of the page: what succeeded, and why something failed. Throws outside of every shell. */
export function useNotify(): Notify {
  const notify = useContext(NotifyContext);
  if (!notify) throw new Error('useNotify stands outside of the shell that shows messages');
  return notify;
}
