import { useMemo } from 'react';
import { type CaseSnapshot, useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { changedSince, returnOf } from './opinions.ts';

/** What has been changed in a returned application, by section; unsaved changes count. */
export function useChanged(): ReadonlySet<string> {
  const { store } = useOpenCase();
  const saves = useSnapshot((snapshot) => snapshot.saves);
  return useMemo(() => {
    const event = returnOf(store.view);
    if (!event) return new Set<string>();
    const stored = (section: string) => store.view.sections[section]?.savedAt;
    return new Set(
      changedSince(event, store.category, (section) => savedAt(saves[section]) ?? stored(section)),
    );
  }, [store, saves]);
}

function savedAt(save: CaseSnapshot['saves'][string] | undefined): string | null {
  if (!save) return null;
  return save.kind === 'saved' ? save.at : new Date().toISOString();
}
