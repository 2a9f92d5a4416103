import { type MouseEvent, useEffect, useMemo, useState } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { OpenSample, Section, useOpenCase } from '#renderer/form/index.ts';
import { Empty, Loading } from '#renderer/frame/index.ts';
import { draftPreviewWords, useWords } from '#renderer/locales/index.ts';
import type { PreviewAnswers, PreviewAsked } from './messages.ts';
import './preview.css';
import { type Previewed, usePreviewed } from './usePreviewed.ts';

/** A page of its own inside the desk, as wide as the paper or the phone that it shows: the form as applicants see it. */
export default function PreviewPage() {
  const words = useWords(draftPreviewWords);
  const previewed = usePreviewed();
  if (!previewed) return <Loading />;
  const { edition } = previewed;
  return (
    <main className="preview-page frame">
      {edition ? <Shown previewed={previewed} edition={edition} /> : <Empty>{words.broken}</Empty>}
    </main>
  );
}

function Shown({ previewed, edition }: { previewed: Previewed; edition: CompiledEdition }) {
  const { form, sample, section } = previewed;
  const answers = useMemo(() => sampleOf(edition, sample), [edition, sample]);
  const pages = edition.categories[form]?.definition.pages ?? [];
  const [chosen, choose] = useState<string>();
  const wanted = pages.find(({ sections }) => section !== null && sections.includes(section))?.id;
  useEffect(() => choose(wanted), [wanted]);
  const page = pages.find(({ id }) => id === chosen) ?? pages[0];
  return (
    <OpenSample edition={edition} category={form} sample={answers} name={sample ?? ''}>
      <Answering form={form} sample={sample} />
      <nav className="preview-pages">
        {pages.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            aria-current={id === page?.id ? 'page' : undefined}
            onClick={() => choose(id)}
          >
            {title}
          </button>
        ))}
      </nav>
      <div className="page form-page" onClickCapture={withoutUploads}>
        {page?.sections.map((id) => (
          <Section key={id} id={id} />
        ))}
      </div>
    </OpenSample>
  );
}

/** Tells the desk around what is filled in, when it asks. */
function Answering({ form, sample }: Pick<Previewed, 'form' | 'sample'>) {
  const { store } = useOpenCase();
  useEffect(() => {
    const hear = async ({ origin, source, data }: MessageEvent<PreviewAsked>) => {
      if (origin !== window.location.origin || source !== window.parent || data?.kind !== 'preview-asked')
        return;
      await store.recompute();
      const { values: sections } = store.snapshot();
      const answers: PreviewAnswers = { kind: 'preview-answers', form, sample, sections };
      window.parent.postMessage(answers, window.location.origin);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [store, form, sample]);
  return null;
}

/** Nothing is uploaded from here: there is no application that it could belong to. */
function withoutUploads(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('.slot')) event.preventDefault();
  if (event.target instanceof Element && event.target.closest('.slot button')) event.stopPropagation();
}

function sampleOf(edition: CompiledEdition, id: string | null) {
  const { cases } = edition.definition;
  const found = cases.find((one) => one.id === id);
  return found ? openCase(edition, found, cases) : null;
}
