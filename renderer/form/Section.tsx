import { type ComponentType, memo } from 'react';
import type { SectionKind } from '#core/model/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { DocumentsSection } from './DocumentsSection.tsx';
import { FormSection } from './FormSection.tsx';
import { GridSection } from './GridSection.tsx';
import { SlotsAt } from './slot/index.ts';
import { useSnapshot } from './store/context.tsx';
import { useFieldsOf } from './store/useFieldsOf.ts';
import { useSection } from './store/useSection.ts';
import { TableSection } from './TableSection.tsx';
import { FieldsContext } from './templates/index.ts';

const kinds: Record<SectionKind, ComponentType<{ id: string; revealed: boolean }>> = {
  form: FormSection,
  table: TableSection,
  grid: GridSection,
  documents: DocumentsSection,
};

type Props = {
  id: string;
  /** Also report what is merely not filled in yet. */
  revealed?: boolean;
  /** Changed since it was sent back. */
  changed?: boolean;
  /** Without its heading, where the page has the same one. */
  bare?: boolean;
};

/** A section of the open case, drawn by its kind; nothing while the answers so far hide it. */
export const Section = memo(function Section({ id, revealed = false, changed = false, bare = false }: Props) {
  const visible = useSnapshot(({ live }) => live.sectionVisible(id));
  return visible ? <Visible id={id} revealed={revealed} changed={changed} bare={bare} /> : null;
});

function Visible({ id, revealed, changed, bare }: Required<Props>) {
  const words = useWords(formWords);
  const handle = useSection(id);
  const { definition } = handle.section;
  const fields = useFieldsOf(handle, revealed);
  const Kind = kinds[definition.kind];
  return (
    <section className="section" aria-label={definition.title}>
      {!bare && <h2>{definition.title}</h2>}
      {changed && <span className="changed">{words.changed}</span>}
      {definition.help && <p className="section-help quiet">{definition.help}</p>}
      <Kind id={id} revealed={revealed} />
      {definition.kind !== 'documents' && (
        <FieldsContext value={fields}>
          <SlotsAt pointer="" />
        </FieldsContext>
      )}
    </section>
  );
}
