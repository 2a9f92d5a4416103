import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

type Reveal = { revealed: boolean; reveal: () => void };

const RevealContext = createContext<Reveal>({ revealed: false, reveal: () => {} });

/** Whether the form also reports what is merely not filled in yet: from the moment that somebody asks for it. */
export function RevealProvider({ children }: { children: ReactNode }) {
  const [revealed, setRevealed] = useState(false);
  const value = useMemo(() => ({ revealed, reveal: () => setRevealed(true) }), [revealed]);
  return <RevealContext value={value}>{children}</RevealContext>;
}

export const useReveal = (): Reveal => useContext(RevealContext);
