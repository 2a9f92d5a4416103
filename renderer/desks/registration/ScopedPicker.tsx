import { type ReactNode, useMemo } from 'react';
import { valueAtPointer } from '#core/json/index.ts';
import { OrganisationScope, useOpenCase, useSnapshot } from '#renderer/form/index.ts';

/** Pickers inside offer what this registration may stand under: by its form, and by the kind that was chosen. */
export function ScopedPicker({ children }: { children: ReactNode }) {
  const { store } = useOpenCase();
  const { id, account } = store.category.definition;
  const kind = useSnapshot(({ values }) =>
    account?.kind === undefined ? undefined : valueAtPointer(values, account.kind),
  );
  const scope = useMemo(
    () => ({ for: id, ...(typeof kind === 'string' && kind !== '' && { kind }) }),
    [id, kind],
  );
  return <OrganisationScope scope={scope}>{children}</OrganisationScope>;
}
