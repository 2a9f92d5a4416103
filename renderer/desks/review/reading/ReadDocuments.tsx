import type { CompiledSection } from '#core/model/index.ts';
import { useSnapshot } from '#renderer/form/index.ts';
import { Files } from './Files.tsx';

/** A section of evidence alone: what it is called, and the files. */
export function ReadDocuments({ section }: { section: CompiledSection }) {
  const live = useSnapshot((snapshot) => snapshot.live);
  const { id, slots = [] } = section.definition;
  return (
    <dl className="read documents-read">
      {slots
        .filter((slot) => live.slot(id, slot.id).visible)
        .map((slot) => (
          <div key={slot.id} className="cell-pair wide-pair stacked" id={`/${id}~${slot.id}`} tabIndex={-1}>
            <dt>{slot.title}</dt>
            <dd>
              <Files section={id} slots={[slot]} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
