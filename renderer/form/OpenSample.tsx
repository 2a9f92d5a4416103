import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import { CaseProvider } from './store/context.tsx';
import { emptySample, OpenedSample, type Sample } from './store/sample.ts';

type Props = {
  edition: CompiledEdition;
  category: string;
  /** The answers that it begins with; null for an empty form. */
  sample: Sample | null;
  /** Which example it is: while that is the same, what was typed stays under whatever edition. */
  name: string;
  children: ReactNode;
};

/** Opens a form with the answers of an example. It can be filled in, and nothing of it leaves the page. */
export function OpenSample({ edition, category, sample, name, children }: Props) {
  const [opened] = useState(() => new OpenedSample());
  const open = useMemo(() => {
    const now = edition.definition.edition.cycle.opensAt;
    const begun = sample ?? emptySample(edition, category, now);
    return { edition, store: opened.open(`${category} ${name}`, edition, begun) };
  }, [opened, edition, category, sample, name]);
  useEffect(() => () => open.store.stop(), [open]);
  return <CaseProvider open={open}>{children}</CaseProvider>;
}
