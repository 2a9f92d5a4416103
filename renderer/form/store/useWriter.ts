import { useMemo } from 'react';
import { type Writer, writerOf } from '#core/evaluate/index.ts';
import { useOpenCase } from './context.tsx';

/** What values of the open case are written out with: the same as in print. */
export function useWriter(): Writer {
  const { edition } = useOpenCase();
  return useMemo(() => writerOf(edition), [edition]);
}
