import { type ReactNode, useEffect, useMemo } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import { CaseProvider } from './store/context.tsx';
import { emptySample, type Sample, sampleStore } from './store/sample.ts';

type Props = {
  edition: CompiledEdition;
  category: string;
  /** The answers that it begins with; null for an empty form. */
  sample: Sample | null;
  children: ReactNode;
};

/** Opens a form with the answers of an example. It can be filled in, and nothing of it leaves the page. */
export function OpenSample({ edition, category, sample, children }: Props) {
  const open = useMemo(() => {
    const now = edition.definition.edition.cycle.opensAt;
    return { edition, store: sampleStore(edition, sample ?? emptySample(edition, category, now)) };
  }, [edition, category, sample]);
  useEffect(() => () => open.store.stop(), [open]);
  return <CaseProvider open={open}>{children}</CaseProvider>;
}
