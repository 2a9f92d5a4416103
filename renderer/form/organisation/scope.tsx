import { createContext, type ReactNode, useContext } from 'react';

/** For whom an organisation is chosen: an account form, and the kind of organisation that registers with it. */
export type Scope = { for?: string; kind?: string };

const ScopeContext = createContext<Scope>({});

/** Sets for whom the pickers inside choose; without it they offer every approved organisation. */
export function OrganisationScope({ scope, children }: { scope: Scope; children: ReactNode }) {
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

export const useScope = (): Scope => useContext(ScopeContext);
