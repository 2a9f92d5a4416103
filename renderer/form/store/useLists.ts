import { useMemo } from 'react';
import type { Lists } from '../present/index.ts';
import { useOpenCase } from './context.tsx';

/** The code lists of the open case's edition, and the day at which they are read. */
export function useLists(): Lists {
  const { edition, store } = useOpenCase();
  const { ended } = store.view.facts;
  return useMemo(
    () => ({
      codes: edition.codes,
      asOf: edition.definition.edition.cycle.asOf,
      timeZone: edition.scope.timeZone,
      ended,
    }),
    [edition, ended],
  );
}
