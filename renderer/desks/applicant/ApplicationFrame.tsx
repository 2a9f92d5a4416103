import { useMemo } from 'react';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { Frame, type MenuEntry, type MenuGroup, type Notice } from '#renderer/frame/index.ts';
import { type ApplicantWords, applicantWords, useWords } from '#renderer/locales/index.ts';
import { noticesOf } from './opinions/opinions.ts';
import { ConfirmPage } from './pages/ConfirmPage.tsx';
import { FormPage } from './pages/FormPage.tsx';
import { OpinionsPage } from './pages/OpinionsPage.tsx';
import { SheetsPage } from './pages/SheetsPage.tsx';
import { genericTitles } from './pages/usePageTitle.ts';
import { menuParts, type PageState, pageState, visiblePages } from './pages.ts';

/** The frame around an application: its table of contents with what is left on each page, and the page. */
export function ApplicationFrame({ page }: { page: string | undefined }) {
  const { store } = useOpenCase();
  return (
    <Frame menu={useMenu()} menuTitle={<MenuTitle />} notices={useNotices()}>
      <CurrentPage key={store.view.id} page={page} />
    </Frame>
  );
}

function CurrentPage({ page }: { page: string | undefined }) {
  if (page === 'confirm') return <ConfirmPage />;
  if (page === 'sheets') return <SheetsPage />;
  if (page === 'opinions') return <OpinionsPage />;
  return <FormPage page={page} />;
}

function MenuTitle() {
  const { store } = useOpenCase();
  const { categoryTitle, stateTitle } = store.view;
  return (
    <>
      <strong>{categoryTitle}</strong>
      <div className="quiet">{stateTitle}</div>
    </>
  );
}

function useMenu(): MenuGroup[] {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const live = useSnapshot((snapshot) => snapshot.live);
  const stored = useSnapshot((snapshot) => snapshot.stored);
  const files = useSnapshot((snapshot) => snapshot.files);
  return useMemo(() => {
    const { definition } = store.category;
    const base = `/applications/${store.view.id}`;
    const pages = visiblePages(definition, live);
    const entry = (one: (typeof pages)[number]) => {
      const state = pageState(one, store.category, { live, stored, files });
      return { id: one.id, title: one.title, path: `${base}/${one.id}`, ...badgeOf(state, words) };
    };
    return menuParts(definition, genericTitles(words)).flatMap(({ id, title, page }) => {
      if (page) return [{ id, title, path: `${base}/${page}`, entries: [] }];
      const inside = pages.filter(({ menu }) => menu === id);
      return inside.length > 0 ? [{ id, title, entries: inside.map(entry) }] : [];
    });
  }, [store, live, stored, files, words]);
}

/** What stands beside a page in the menu; nothing where this person has nothing to do on it. */
function badgeOf(state: PageState, words: ApplicantWords): Pick<MenuEntry, 'badge' | 'badgeLabel'> {
  if (state.kind === 'theirs') return {};
  if (state.kind === 'left') return { badge: state.left, badgeLabel: words.pageTodo(state.left) };
  if (state.kind === 'unopened') return { badge: '○', badgeLabel: words.pageUnopened };
  return { badge: '✓', badgeLabel: words.pageDone };
}

function useNotices(): Notice[] {
  const { store } = useOpenCase();
  return noticesOf(store.view);
}
