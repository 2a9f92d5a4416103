import { Link } from 'wouter';
import type { CaseView } from '#renderer/api/index.ts';
import { ReadCase } from '#renderer/form/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { pageTitle } from './pages/usePageTitle.ts';
import { problemsOn, visiblePages } from './pages.ts';

/** How much is missing in an application that has not been opened yet, page by page. */
export function Missing({ view }: { view: CaseView }) {
  const words = useWords(applicantWords);
  const base = `/applications/${view.id}`;
  return (
    <ReadCase view={view}>
      {(live, category) => {
        const left = live.problems.filter(({ severity }) => severity === 'block').length;
        const pages = visiblePages(category.definition, live)
          .map((page) => ({ ...page, left: problemsOn(page, live.problems).length }))
          .filter((page) => page.left > 0);
        return (
          <p className="missing">
            <strong>{words.remaining(left)}</strong>{' '}
            {pages.map((page) => (
              <Link key={page.id} href={`${base}/${page.id}`}>
                {page.title} {page.left}
              </Link>
            ))}
            {left === 0 && (
              <Link href={`${base}/confirm`}>{pageTitle(category.definition, 'confirm', words)}</Link>
            )}
          </p>
        );
      }}
    </ReadCase>
  );
}
