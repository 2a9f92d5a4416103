import { Slot } from './slot/index.ts';
import { useOpenCase } from './store/context.tsx';
import { useFieldsOf } from './store/useFieldsOf.ts';
import { useSection } from './store/useSection.ts';
import { FieldsContext } from './templates/index.ts';

/** A section of evidence alone: its slots, one below the other. */
export function DocumentsSection({ id, revealed }: { id: string; revealed: boolean }) {
  const { store } = useOpenCase();
  const handle = useSection(id);
  const fields = useFieldsOf(handle, revealed);
  const editable = store.view.editingAs !== null && handle.editable;
  return (
    <FieldsContext value={fields}>
      <div id={`/${id}`} tabIndex={-1} className="documents">
        {(handle.section.definition.slots ?? []).map((slot) => (
          <Slot key={slot.id} section={id} slot={slot} editable={editable} />
        ))}
      </div>
    </FieldsContext>
  );
}
