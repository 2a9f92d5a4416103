import { useEffect, useState } from 'react';
import type { SheetFit } from '#core/model/wire/index.ts';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';

/** After the last change, in milliseconds: whoever types is not kept waiting. */
const PAUSE = 300;

/** How full a sheet is, measured again after each change; undefined until it is. What measures is loaded here. */
export function useSheetFit(id: string, template: string | undefined): SheetFit | undefined {
  const { store, edition } = useOpenCase();
  const sections = useSnapshot(({ values }) => values);
  const files = useSnapshot((snapshot) => snapshot.files);
  const strikes = useSnapshot((snapshot) => snapshot.strikes);
  const [fit, setFit] = useState<SheetFit>();
  useEffect(() => {
    if (template === undefined) return;
    let isStale = false;
    const timer = setTimeout(async () => {
      const { measure } = await import('./measure.ts');
      const application = {
        category: store.view.category,
        sections,
        files: [...files],
        strikes: [...strikes],
      };
      const found = measure(edition, application, store.view.facts, { id, template });
      if (!isStale && found) setFit(found);
    }, PAUSE);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [store, edition, sections, files, strikes, id, template]);
  return fit;
}
