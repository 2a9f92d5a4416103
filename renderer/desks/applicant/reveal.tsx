import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

type Reveal = {
  /** Whether a page also reports what is merely not filled in yet. */
  isRevealed: (page: string) => boolean;
  /** From now on this page does; without a page, all of them. */
  reveal: (page?: string) => void;
};

const RevealContext = createContext<Reveal>({ isRevealed: () => false, reveal: () => {} });

/** What is merely missing is reported from the moment that somebody asks for it, page by page. */
export function RevealProvider({ children }: { children: ReactNode }) {
  const [pages, setPages] = useState<ReadonlySet<string> | 'all'>(new Set<string>());
  const value = useMemo<Reveal>(
    () => ({
      isRevealed: (page) => pages === 'all' || pages.has(page),
      reveal: (page) =>
        setPages((before) => (before === 'all' || page === undefined ? 'all' : new Set([...before, page]))),
    }),
    [pages],
  );
  return <RevealContext value={value}>{children}</RevealContext>;
}

export const useReveal = (): Reveal => useContext(RevealContext);
