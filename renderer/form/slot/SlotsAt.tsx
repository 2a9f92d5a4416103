import { mayWrite } from '#core/evaluate/index.ts';
import { useOpenCase, useSnapshot } from '../store/context.tsx';
import { useFields } from '../templates/fields.tsx';
import { Slot } from './Slot.tsx';

/** The evidence that stands beside a field (or, for '', at the end of the record). */
export function SlotsAt({ pointer }: { pointer: string }) {
  const fields = useFields();
  const slots = fields.slots?.get(pointer) ?? [];
  if (slots.length === 0 || !fields.section) return null;
  return <Slots section={fields.section} row={fields.row} pointer={pointer} />;
}

function Slots({ section, row, pointer }: { section: string; row?: string | undefined; pointer: string }) {
  const { slots } = useFields();
  const { store } = useOpenCase();
  const compiled = store.category.bySection[section];
  const who = store.view.editingAs;
  const locked = useSnapshot(({ live }) => live.sectionLocked(section));
  const editable = who !== null && !locked && compiled !== undefined && mayWrite(compiled, '', who);
  return (
    <div className="slots">
      {(slots?.get(pointer) ?? []).map((slot) => (
        <Slot key={slot.id} section={section} slot={slot} row={row} editable={editable} />
      ))}
    </div>
  );
}
