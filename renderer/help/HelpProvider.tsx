import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react';
import { Themed } from '#renderer/themed/index.ts';
import type { Chapter } from './topics.ts';

const HelpDrawer = lazy(() => import('./HelpDrawer.tsx'));

const HelpContext = createContext<(chapter: Chapter) => void>(() => {});

/** Opens the help at a chapter, from anywhere on the page. */
export const useHelp = (): ((chapter: Chapter) => void) => useContext(HelpContext);

/** Keeps the help drawer beside the page: it explains the screen while the screen stays open. */
export function HelpProvider({ children }: { children: ReactNode }) {
  const [chapter, setChapter] = useState<Chapter | null>(null);
  const open = useMemo(() => (next: Chapter) => setChapter(next), []);
  return (
    <HelpContext value={open}>
      {children}
      {chapter !== null && (
        <Suspense>
          <Themed>
            <HelpDrawer chapter={chapter} choose={setChapter} close={() => setChapter(null)} />
          </Themed>
        </Suspense>
      )}
    </HelpContext>
  );
}
