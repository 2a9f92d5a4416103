import { Button } from 'antd';
import { useState } from 'react';
import { mayWriteSome } from '#core/evaluate/index.ts';
import type { CompiledSection } from '#core/model/index.ts';
import { SaveLine, Section, useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { Files } from './Files.tsx';
import { ReadDocuments } from './ReadDocuments.tsx';
import { ReadForm } from './ReadForm.tsx';
import { ReadGrid } from './ReadGrid.tsx';
import { ReadTable } from './ReadTable.tsx';

/** A section to be read; whoever may write in it can correct it in its place. Nothing while it is hidden. */
export function ReadSection({ section, level: Heading }: { section: CompiledSection; level: 'h2' | 'h3' }) {
  const words = useWords(reviewWords);
  const { store } = useOpenCase();
  const { id, title } = section.definition;
  const visible = useSnapshot(({ live }) => live.sectionVisible(id));
  const [correcting, setCorrecting] = useState(false);
  if (!visible) return null;
  const who = store.view.editingAs;
  const finish = async () => {
    await store.flush(id);
    if (store.snapshot().saves[id]?.kind === 'saved') setCorrecting(false);
  };
  return (
    <section
      className="section read-section"
      aria-label={correcting ? undefined : title}
      id={`/${id}`}
      tabIndex={-1}
    >
      <div className="section-head">
        <Heading>{title}</Heading>
        {correcting && <SaveLine />}
        {who !== null && mayWriteSome(section, who) && (
          <Button
            size="small"
            onClick={correcting ? finish : () => setCorrecting(true)}
            aria-label={`${title} ${correcting ? words.correctDone : words.correct}`}
          >
            {correcting ? words.correctDone : words.correct}
          </Button>
        )}
      </div>
      {correcting ? <Section id={id} bare revealed /> : <Reading section={section} />}
    </section>
  );
}

function Reading({ section }: { section: CompiledSection }) {
  const { definition } = section;
  const value = useSnapshot(({ live }) => live.values[definition.id]);
  const unplaced = (definition.slots ?? []).filter(
    (slot) => slot.per !== 'row' && !isPlaced(section, slot.at),
  );
  return (
    <>
      {definition.kind === 'form' && <ReadForm section={section} value={value} />}
      {definition.kind === 'table' && <ReadTable section={section} value={value} />}
      {definition.kind === 'grid' && <ReadGrid section={section} value={value} />}
      {definition.kind === 'documents' && <ReadDocuments section={section} />}
      {definition.kind !== 'documents' && unplaced.length > 0 && (
        <Files section={definition.id} slots={unplaced} named />
      )}
    </>
  );
}

/** Evidence of a form stands at its field; everything else below the section. */
const isPlaced = ({ definition }: CompiledSection, at: string | undefined): boolean =>
  definition.kind === 'form' && at !== undefined && at !== '';
