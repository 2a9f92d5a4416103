import { createContext, type ReactNode, type RefObject, useContext, useRef } from 'react';

const LastReadContext = createContext<RefObject<string | null> | null>(null);

/** Remembers for everything inside which case was open last: back in the list the focus returns to it. */
export function LastReadProvider({ children }: { children: ReactNode }) {
  return <LastReadContext value={useRef(null)}>{children}</LastReadContext>;
}

/** The id of the case that was open last. Throws outside a LastReadProvider. */
export function useLastRead(): RefObject<string | null> {
  const lastRead = useContext(LastReadContext);
  if (!lastRead) throw new Error('the case read last is asked for outside <LastReadProvider>');
  return lastRead;
}
