import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import type { CaseSnapshot, CaseStore } from './caseStore.ts';

/** What every part of an open form needs: its store and the edition that it was made under. */
type OpenCase = { store: CaseStore; edition: CompiledEdition };

const CaseContext = createContext<OpenCase | null>(null);

/** Hands the open case to all parts of its form, which read it by `useOpenCase` and `useSnapshot`. */
export function CaseProvider({ open, children }: { open: OpenCase; children: ReactNode }) {
  return <CaseContext value={open}>{children}</CaseContext>;
}

/** The open case. Throws outside a CaseProvider. */
export function useOpenCase(): OpenCase {
  const open = useContext(CaseContext);
  if (!open) throw new Error('a form part is drawn outside <CaseProvider>');
  return open;
}

/** A part of the snapshot; renders again only when that part is another object. */
export function useSnapshot<T>(select: (snapshot: CaseSnapshot) => T): T {
  const { store } = useOpenCase();
  return useSyncExternalStore(store.subscribe, () => select(store.snapshot()));
}
