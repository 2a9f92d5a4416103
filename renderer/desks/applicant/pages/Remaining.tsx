import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { AnswerProblem, PageDefinition } from '#core/model/index.ts';
import {
  formatBytes,
  ProblemList,
  SheetLink,
  useOpenCase,
  useSnapshot,
  useUsedBytes,
} from '#renderer/form/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { problemsOn, visiblePages } from '../pages.ts';
import { useFollow } from '../useFollow.ts';
import { usePageTitle } from './usePageTitle.ts';

/** What a form is drawn without comes after it. */
const SheetMeters = lazy(() => import('./sheets/SheetMeters.tsx'));

/** More than this of one page are folded away. */
const SHOWN = 5;

/** The right column: what is left, page by page; how much room the files take; the sheets to look at. */
export function Remaining() {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const live = useSnapshot((snapshot) => snapshot.live);
  const pages = visiblePages(store.category.definition, live);
  const confirmTitle = usePageTitle('confirm');
  const blocking = live.problems.filter(({ severity }) => severity === 'block');
  return (
    <aside className="remaining" aria-label={words.remaining(blocking.length)}>
      {store.view.editingAs !== null && (
        <section>
          <h2>{words.remaining(blocking.length)}</h2>
          {blocking.length === 0 && (
            <Link href={`/applications/${store.view.id}/confirm`}>{confirmTitle}</Link>
          )}
          {pages.map((page) => (
            <OnPage key={page.id} page={page} problems={problemsOn(page, blocking)} />
          ))}
        </section>
      )}
      <Materials />
      <Suspense>
        <SheetMeters />
      </Suspense>
      <SheetLinks />
    </aside>
  );
}

function OnPage({ page, problems }: { page: PageDefinition; problems: AnswerProblem[] }) {
  const words = useWords(applicantWords);
  const [all, setAll] = useState(false);
  const { hrefOf, follow } = useFollow();
  if (problems.length === 0) return null;
  const shown = all ? problems : problems.slice(0, SHOWN);
  return (
    <div className="on-page">
      <h3>
        {page.title} <span className="quiet">{problems.length}</span>
      </h3>
      <ProblemList problems={shown} hrefOf={hrefOf} onFollow={follow} />
      {shown.length < problems.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {words.more(problems.length - shown.length)}
        </Button>
      )}
    </div>
  );
}

function Materials() {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const used = useUsedBytes();
  const { limit } = store.view.bytes;
  return (
    <section>
      <h2>{words.materials}</h2>
      <meter aria-label={words.materials} min={0} max={limit} value={used} high={limit * 0.9} />
      <span className="quiet"> {words.used(formatBytes(used), formatBytes(limit))}</span>
    </section>
  );
}

/** Links to the sheets as they stand now; what is typed is saved first. */
export function SheetLinks() {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const { sheets } = store.view;
  if (sheets.length === 0) return null;
  return (
    <section className="sheets-at-hand">
      <h2>{words.sheets}</h2>
      <ul className="sheet-links">
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <SheetLink sheet={sheet.id} format={sheet.formats.includes('html') ? 'html' : 'pdf'}>
              {words.open(sheet.title)}
            </SheetLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
