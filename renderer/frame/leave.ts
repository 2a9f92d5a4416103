import { useCallback } from 'react';

type Farewell = () => Promise<void>;

const farewells = new Set<Farewell>();

/** Something to finish before the person logs out: saving what is still unsaved. Gives the way to take it back. */
export function beforeLeaving(farewell: Farewell): () => void {
  farewells.add(farewell);
  return () => farewells.delete(farewell);
}

/** Finishes everything that asked to be finished; a failed one does not keep anybody here. */
export const useLeave = (): Farewell =>
  useCallback(async () => {
    await Promise.allSettled([...farewells].map((farewell) => farewell()));
  }, []);
