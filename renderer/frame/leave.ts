import { useCallback } from 'react';
import { forgetUnsent } from './unsent.ts';

type Farewell = () => Promise<void>;

const farewells = new Set<Farewell>();

/** Something to finish before the person logs out: saving what is still unsaved. Gives the function that removes it. */
export function beforeLeaving(farewell: Farewell): () => void {
  farewells.add(farewell);
  return () => farewells.delete(farewell);
}

/** Runs everything that was registered, and forgets what was not sent; a failure does not keep anybody logged in. */
export const useLeave = (): Farewell =>
  useCallback(async () => {
    await Promise.allSettled([...farewells].map((farewell) => farewell()));
    forgetUnsent();
  }, []);
