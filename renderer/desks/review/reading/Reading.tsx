import type { PageDefinition } from '#core/model/index.ts';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { ReadSection } from './ReadSection.tsx';

/** Everything that was filled in, page by page in the order of the printed form. */
export function Reading() {
  const { store } = useOpenCase();
  const pages = useShownPages();
  return pages.map((page) => (
    <div key={page.id} id={`page-${page.id}`} className="read-page" tabIndex={-1}>
      <PageTitle page={page} />
      {page.sections.map((id) => {
        const section = store.category.bySection[id];
        return (
          section && (
            <ReadSection
              key={id}
              section={section}
              level={section.definition.title === page.title ? 'h2' : 'h3'}
            />
          )
        );
      })}
    </div>
  ));
}

/** A page whose first section has the same title needs no second one. */
function PageTitle({ page }: { page: PageDefinition }) {
  const { store } = useOpenCase();
  const first = useSnapshot(({ live }) => page.sections.find((id) => live.sectionVisible(id)));
  return store.category.bySection[first ?? '']?.definition.title === page.title ? null : (
    <h2>{page.title}</h2>
  );
}

/** The pages as links: the form is long, and readers jump to the page that they need. */
export function Contents() {
  const words = useWords(reviewWords);
  const pages = useShownPages();
  return (
    <nav className="contents" aria-label={words.jump}>
      {pages.map((page) => (
        <a key={page.id} href={`#page-${page.id}`}>
          {page.title}
        </a>
      ))}
    </nav>
  );
}

function useShownPages() {
  const { store } = useOpenCase();
  const live = useSnapshot((snapshot) => snapshot.live);
  return store.category.definition.pages.filter((page) =>
    page.sections.some((id) => live.sectionVisible(id)),
  );
}
