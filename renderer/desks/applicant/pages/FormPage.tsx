import { Alert, Button } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { PageDefinition } from '#core/model/index.ts';
import { SaveLine, Section, useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { type KeyBinding, Page, useKeys } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { Deadline } from '../Deadline.tsx';
import { OpenReturned } from '../opinions/OpenReturned.tsx';
import { useChanged } from '../opinions/useChanged.ts';
import { type PageState, pageState, problemsOn, visiblePages } from '../pages.ts';
import { useReveal } from '../reveal.tsx';
import { useFollow } from '../useFollow.ts';
import { Remaining } from './Remaining.tsx';
import { useReport } from './useReport.tsx';

/** A page of the form: tabs above, sections in the middle, what is left at the right, one action below. */
export function FormPage({ page }: { page: string | undefined }) {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const live = useSnapshot((snapshot) => snapshot.live);
  const { isRevealed } = useReveal();
  const { view, category } = store;
  const pages = visiblePages(category.definition, live);
  const index = Math.max(
    0,
    pages.findIndex(({ id }) => id === page),
  );
  const current = pages[index];
  const changed = useChanged();
  const moves = useMoves(pages, index);
  if (!current) return null;
  const writable = view.editingAs !== null;
  return (
    <div className="form-page">
      <Page
        title={current.title}
        aside={
          writable && (
            <>
              <SaveLine /> <Deadline view={view} />
            </>
          )
        }
        actions={writable && <Actions moves={moves} />}
      >
        <Tabs pages={pages.filter(({ menu }) => menu === current.menu)} current={current.id} />
        <OpenReturned />
        {!writable && <Alert type="info" showIcon title={words.locked(view.stateTitle)} className="locked" />}
        {current.help && <p className="section-help quiet">{current.help}</p>}
        {current.sections.map((section) => (
          <Section
            key={section}
            id={section}
            revealed={isRevealed(current.id)}
            changed={changed.has(section)}
            bare={
              current.sections.length === 1 && category.bySection[section]?.definition.title === current.title
            }
          />
        ))}
      </Page>
      <Remaining />
    </div>
  );
}

type Moves = {
  save: () => Promise<boolean>;
  next: () => Promise<void>;
  previous: (() => void) | undefined;
  last: boolean;
};

function useMoves(pages: PageDefinition[], index: number): Moves {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const { follow } = useFollow();
  const [, navigate] = useLocation();
  const report = useReport();
  const base = `/applications/${store.view.id}`;
  const current = pages[index];
  const previous = pages[index - 1];
  const next = pages[index + 1];
  const moves = useMemo<Moves>(() => {
    const go = (id: string) => {
      navigate(`${base}/${id}`);
      window.scrollTo({ top: 0 });
      document.getElementById('content')?.focus({ preventScroll: true });
    };
    const keep = async () => {
      await store.flush();
      await store.keep(current?.sections ?? []);
      return Object.values(store.snapshot().saves).every(({ kind }) => kind === 'saved');
    };
    const left = () => (current ? problemsOn(current, store.snapshot().live.problems) : []);
    return {
      save: async () => {
        const saved = await keep();
        if (saved) report.saved(left());
        return saved;
      },
      next: async () => {
        await store.recompute();
        const saving = keep();
        const gaps = left();
        if (current?.complete === 'beforeNext' && gaps.length > 0) return report.refused(gaps);
        go(next?.id ?? 'confirm');
        if ((await saving) && gaps.length > 0) report.saved(gaps, current?.title);
      },
      previous: previous && (() => go(previous.id)),
      last: !next,
    };
  }, [store, report, base, current, previous, next, navigate]);
  const keys = useMemo<KeyBinding[]>(() => {
    const first = () => {
      const problem = store.snapshot().live.problems.find(({ severity }) => severity === 'block');
      if (problem) follow(problem);
    };
    return [
      { key: 'ctrl+s', title: words.keySave, run: () => void moves.save() },
      { key: ']', title: words.keyNext, run: () => void moves.next() },
      { key: '[', title: words.keyPrevious, run: () => moves.previous?.() },
      { key: 'e', title: words.keyProblem, run: first },
    ];
  }, [words, moves, store, follow]);
  useKeys(keys);
  return moves;
}

function Actions({ moves }: { moves: Moves }) {
  const words = useWords(applicantWords);
  return (
    <>
      {moves.previous && <Button onClick={moves.previous}>{words.previous}</Button>}
      <Button onClick={moves.save}>{words.save}</Button>
      <Button type="primary" onClick={moves.next}>
        {words.saveAndNext}
      </Button>
    </>
  );
}

/** The pages of this part of the menu, each with what is left on it; the open one scrolls into view. */
function Tabs({ pages, current }: { pages: PageDefinition[]; current: string }) {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const live = useSnapshot((snapshot) => snapshot.live);
  const stored = useSnapshot((snapshot) => snapshot.stored);
  const files = useSnapshot((snapshot) => snapshot.files);
  const open = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // With the next frame: asked at once, it would have the page laid out twice.
    if (!current) return;
    const frame = requestAnimationFrame(() =>
      open.current?.scrollIntoView({ block: 'nearest', inline: 'center' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [current]);
  if (pages.length < 2) return null;
  return (
    <nav className="tabs" aria-label={words.pages}>
      {pages.map((page) => {
        const state = pageState(page, store.category, { live, stored, files });
        return (
          <Link
            key={page.id}
            ref={page.id === current ? open : undefined}
            href={`/applications/${store.view.id}/${page.id}`}
            aria-current={page.id === current ? 'page' : undefined}
          >
            {page.title} <TabMark state={state} />
          </Link>
        );
      })}
    </nav>
  );
}

/** How far a page is, in a sign; a page that is not this person's to fill in has none. */
function TabMark({ state }: { state: PageState }) {
  const words = useWords(applicantWords);
  if (state.kind === 'theirs') return null;
  if (state.kind === 'left') return <span className="left">{state.left}</span>;
  if (state.kind === 'complete') return <span className="complete">✓</span>;
  return (
    <span className="unopened" title={words.pageUnopened}>
      <span aria-hidden="true">○</span>
      <span className="unseen">{words.pageUnopened}</span>
    </span>
  );
}
