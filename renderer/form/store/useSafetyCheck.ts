import { useEffect, useSyncExternalStore } from 'react';
import { readCase } from '#renderer/api/index.ts';
import type { CaseStore } from './caseStore.ts';

/** Few and ever rarer: a page that nobody sits at is still logged out in its time. */
const MOMENTS = [30_000, 90_000, 210_000, 450_000];

/** While a file waits for the safety check, asks whether that has ended: a few times, and when somebody comes back. */
export function useSafetyCheck(store: CaseStore): void {
  const waits = useSyncExternalStore(store.subscribe, () =>
    store.snapshot().files.some(({ state }) => state === 'held'),
  );
  useEffect(() => {
    if (!waits) return;
    const ask = () =>
      readCase(store.view.id).then(
        ({ files }) => store.checked(files),
        // It is asked again; who is logged out is told so by what they do next.
        () => {},
      );
    const timers = MOMENTS.map((moment) => setTimeout(ask, moment));
    window.addEventListener('focus', ask);
    return () => {
      timers.forEach(clearTimeout);
      window.removeEventListener('focus', ask);
    };
  }, [store, waits]);
}
