import { useCallback } from 'react';
import type { JsonObject } from '../../engine/core/model/index.ts';
import { useFieldsOf } from './store/useFieldsOf.ts';
import { usePresented } from './store/usePresented.ts';
import { useSection } from './store/useSection.ts';
import { FieldsContext, SchemaForm } from './templates/index.ts';

/** A section with one record: one RJSF form of its own, never one for the whole application. */
export function FormSection({ id, revealed }: { id: string; revealed: boolean }) {
  const handle = useSection(id);
  const { set, section, value } = handle;
  const presented = usePresented(handle, section.definition.schema ?? { type: 'object' });
  const fields = useFieldsOf(handle, revealed);
  const change = useCallback((next: JsonObject) => set(next), [set]);
  return (
    <FieldsContext value={fields}>
      <SchemaForm anchor={fields.anchor} presented={presented} value={value} onChange={change} />
    </FieldsContext>
  );
}
