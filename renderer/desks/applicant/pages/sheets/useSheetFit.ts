import { useEffect, useState } from 'react';
import type { JsonObject } from '#core/model/index.ts';
import type { SheetFit } from '#core/model/wire/index.ts';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';

/** After the last change, in milliseconds: whoever types is not kept waiting. */
const PAUSE = 300;

/** A sheet whose template or settings are perhaps still on their way. */
type Coming = { id: string; template: string | undefined; settings: JsonObject | undefined };

/** How full a sheet is, measured again after each change; undefined until it is. What measures is loaded here. */
export function useSheetFit({ id, template, settings }: Coming): SheetFit | undefined {
  const { store, edition } = useOpenCase();
  const sections = useSnapshot(({ values }) => values);
  const files = useSnapshot((snapshot) => snapshot.files);
  const strikes = useSnapshot((snapshot) => snapshot.strikes);
  const [fit, setFit] = useState<SheetFit>();
  useEffect(() => {
    if (template === undefined || settings === undefined) return;
    let isStale = false;
    const timer = setTimeout(async () => {
      const { measure } = await import('./measure.ts');
      const application = {
        category: store.view.category,
        sections,
        files: [...files],
        strikes: [...strikes],
      };
      const found = measure(edition, application, store.view.facts, { id, template, settings });
      if (!isStale && found) setFit(found);
    }, PAUSE);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [store, edition, sections, files, strikes, id, template, settings]);
  return fit;
}
