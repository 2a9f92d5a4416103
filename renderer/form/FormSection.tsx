import { useCallback } from 'react';
import type { Json } from '#core/model/index.ts';
import { useOpenCase } from './store/context.tsx';
import { useFieldsOf } from './store/useFieldsOf.ts';
import { usePresented } from './store/usePresented.ts';
import { useSection } from './store/useSection.ts';
import { FieldsContext, SchemaForm } from './templates/index.ts';

/** A section with one record: one RJSF form of its own, never one for the whole application. */
export function FormSection({ id, revealed }: { id: string; revealed: boolean }) {
  const handle = useSection(id);
  const { section, value } = handle;
  const { store } = useOpenCase();
  const presented = usePresented(handle, section.definition.schema ?? { type: 'object' });
  const fields = useFieldsOf(handle, revealed);
  const put = useCallback(
    (path: readonly string[], next: Json | undefined) => store.put(id, path, next),
    [store, id],
  );
  return (
    <FieldsContext value={fields}>
      <SchemaForm anchor={fields.anchor} presented={presented} value={value} onAnswer={put} />
    </FieldsContext>
  );
}
