import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { AnswerProblem } from '#core/model/index.ts';
import { anchorOf, focusAnchor, useOpenCase } from '#renderer/form/index.ts';
import { pageOf } from './pages.ts';
import { useReveal } from './reveal.tsx';

/** The way from a problem to its field: opens the page, says what is missing there, and puts the focus in it. */
export function useFollow() {
  const { store } = useOpenCase();
  const { reveal } = useReveal();
  const [, navigate] = useLocation();
  const base = `/applications/${store.view.id}`;
  const { pages } = store.category.definition;
  const hrefOf = useCallback(
    (problem: AnswerProblem) => `${base}/${pageOf(problem, pages)}#${anchorOf(problem)}`,
    [base, pages],
  );
  const follow = useCallback(
    (problem: AnswerProblem) => {
      const page = pageOf(problem, pages);
      reveal(page);
      navigate(`${base}/${page}`);
      focusWhenDrawn(anchorOf(problem));
    },
    [base, pages, reveal, navigate],
  );
  return { hrefOf, follow };
}

/** The page may be drawn a few frames later. */
function focusWhenDrawn(anchor: string, tries = 20): void {
  requestAnimationFrame(() => {
    const exact = document.getElementById(anchor);
    if (exact || tries === 0) focusAnchor(anchor);
    else focusWhenDrawn(anchor, tries - 1);
  });
}
