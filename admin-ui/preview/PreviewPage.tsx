import { type MouseEvent, useEffect, useMemo, useState } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { OpenSample, Section } from '#renderer/form/index.ts';
import { Empty, Loading } from '#renderer/frame/index.ts';
import { draftPreviewWords, useWords } from '#renderer/locales/index.ts';
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
    <OpenSample edition={edition} category={form} sample={answers}>
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
