import { useMemo } from 'react';
import { bareFacts } from '#core/evaluate/index.ts';
import type { CompiledEdition, Facts } from '#core/model/index.ts';
import { useProgramme } from '#renderer/api/index.ts';

/** Facts outside any case, as rules of a bulk event's form read them: the cycle is open as it is open now. */
export function useBareFacts(edition: CompiledEdition): Facts {
  const present = useProgramme().data?.cycle;
  return useMemo(() => {
    const facts = bareFacts(edition, new Date().toISOString());
    return present?.id === facts.cycle.id ? { ...facts, cycle: { ...facts.cycle, ...present } } : facts;
  }, [edition, present]);
}
