import { Alert, Button } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { PageDefinition } from '#core/model/index.ts';
import { SaveLine, Section, useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { type KeyBinding, Page, useKeys, useNotify } from '#renderer/frame/index.ts';
import { applicantWords, formWords, useWords } from '#renderer/locales/index.ts';
import { Deadline } from '../Deadline.tsx';
import { OpenReturned } from '../opinions/OpenReturned.tsx';
import { useChanged } from '../opinions/useChanged.ts';
import { problemsOn, visiblePages } from '../pages.ts';
import { useReveal } from '../reveal.tsx';
import { useFollow } from '../useFollow.ts';
import { Remaining } from './Remaining.tsx';

/** A page of the form: tabs above, sections in the middle, what is left at the right, one action below. */
export function FormPage({ page }: { page: string | undefined }) {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const live = useSnapshot((snapshot) => snapshot.live);
  const { revealed } = useReveal();
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
            revealed={revealed}
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
  next: () => void;
  previous: (() => void) | undefined;
  last: boolean;
};

function useMoves(pages: PageDefinition[], index: number): Moves {
  const words = useWords(applicantWords);
  const formed = useWords(formWords);
  const notify = useNotify();
  const { store } = useOpenCase();
  const { follow } = useFollow();
  const [, navigate] = useLocation();
  const base = `/applications/${store.view.id}`;
  const previous = pages[index - 1];
  const next = pages[index + 1];
  const moves = useMemo<Moves>(() => {
    const go = (id: string) => {
      navigate(`${base}/${id}`);
      window.scrollTo({ top: 0 });
      document.getElementById('content')?.focus({ preventScroll: true });
    };
    return {
      save: async () => {
        await store.flush();
        const saved = Object.values(store.snapshot().saves).every(({ kind }) => kind === 'saved');
        if (saved) notify.success(formed.saveDone);
        return saved;
      },
      next: () => {
        void store.flush();
        go(next?.id ?? 'confirm');
      },
      previous: previous && (() => go(previous.id)),
      last: !next,
    };
  }, [store, notify, formed, base, previous, next, navigate]);
  const keys = useMemo<KeyBinding[]>(() => {
    const first = () => {
      const problem = store.snapshot().live.problems.find(({ severity }) => severity === 'block');
      if (problem) follow(problem);
    };
    return [
      { key: 'ctrl+s', title: words.keySave, run: () => void moves.save() },
      { key: ']', title: words.keyNext, run: moves.next },
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
  const problems = useSnapshot(({ live }) => live.problems);
  const open = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) open.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  if (pages.length < 2) return null;
  return (
    <nav className="tabs" aria-label={words.pages}>
      {pages.map((page) => {
        const left = problemsOn(page, problems).length;
        return (
          <Link
            key={page.id}
            ref={page.id === current ? open : undefined}
            href={`/applications/${store.view.id}/${page.id}`}
            aria-current={page.id === current ? 'page' : undefined}
          >
            {page.title} <span className={left > 0 ? 'left' : 'complete'}>{left > 0 ? left : '✓'}</span>
          </Link>
        );
      })}
    </nav>
  );
}
