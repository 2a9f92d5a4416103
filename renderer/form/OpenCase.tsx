import { type ReactNode, useEffect, useState } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import { type CaseView, saveSection, useSession } from '#renderer/api/index.ts';
import { beforeLeaving } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { usePopups } from '#renderer/popups/index.ts';
import { CaseStore } from './store/caseStore.ts';
import { CaseProvider } from './store/context.tsx';
import { createEngine } from './store/engine.ts';
import { withFixedFields } from './store/fixedFields.ts';
import { indexedDrafts } from './store/indexedDrafts.ts';
import { useSafetyCheck } from './store/useSafetyCheck.ts';
import { WithEdition } from './WithEdition.tsx';

/** Opens a case for filling or reading: fetches its edition, compiles it, and gives everything inside a store. */
export function OpenCase({ view, children }: { view: CaseView; children: ReactNode }) {
  return (
    <WithEdition hash={view.edition} category={view.category}>
      {(edition) => (
        <WithStore key={`${view.id}/${view.version}`} view={view} edition={edition}>
          {children}
        </WithStore>
      )}
    </WithEdition>
  );
}

/** Drafts are kept only where somebody writes. */
const drafts = indexedDrafts();

type StoreProps = { view: CaseView; edition: CompiledEdition; children: ReactNode };

/** Gives a case a store, from a view that has been read and an edition that has been compiled. */
function WithStore({ view, edition, children }: StoreProps) {
  const words = useWords(formWords);
  const popup = usePopups();
  const owner = useSession().data?.user.id ?? '';
  const [open] = useState(() => {
    const category = edition.categories[view.category];
    if (!category) throw new Error(`edition ${edition.hash} has no category ${view.category}`);
    const store = new CaseStore({
      view,
      category,
      engine: withFixedFields(createEngine(edition, view.category, view.roles), category),
      drafts: view.editingAs === null ? null : drafts,
      owner,
      save: (section, value, version) => saveSection(view.id, section, value, version),
      merged: () => popup(({ message }) => message.info(words.merged)),
    });
    return { store, edition };
  });
  useSafetyCheck(open.store);
  useEffect(() => {
    const { store } = open;
    void store.restore().then((sections) => {
      if (sections.length > 0) popup(({ message }) => message.info(words.restored));
    });
    return keepSafe(store);
  }, [open, popup, words]);
  return <CaseProvider open={open}>{children}</CaseProvider>;
}

/**
 * Saves when the page is left or hidden (it may never come back: what is sent then outlives it), when it is back on the
 * network, and before logging out.
 */
function keepSafe(store: CaseStore): () => void {
  const flush = () => void store.flush();
  const leave = () => store.leave();
  const hide = () => document.visibilityState === 'hidden' && leave();
  const farewell = beforeLeaving(() => store.flush());
  window.addEventListener('online', flush);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', hide);
  return () => {
    farewell();
    window.removeEventListener('online', flush);
    window.removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', hide);
    void store.flush().finally(() => store.stop());
  };
}
