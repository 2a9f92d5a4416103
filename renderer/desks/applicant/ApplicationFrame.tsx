import { useMemo } from 'react';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { Frame, type MenuGroup, type Notice } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { noticesOf } from './opinions/opinions.ts';
import { ConfirmPage } from './pages/ConfirmPage.tsx';
import { FormPage } from './pages/FormPage.tsx';
import { OpinionsPage } from './pages/OpinionsPage.tsx';
import { SheetsPage } from './pages/SheetsPage.tsx';
import { genericTitles } from './pages/usePageTitle.ts';
import { menuParts, problemsOn, visiblePages } from './pages.ts';

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
  return useMemo(() => {
    const { definition } = store.category;
    const base = `/applications/${store.view.id}`;
    const pages = visiblePages(definition, live);
    const entry = (one: (typeof pages)[number]) => {
      const left = problemsOn(one, live.problems).length;
      const badgeLabel = left > 0 ? words.pageTodo(left) : words.pageDone;
      return {
        id: one.id,
        title: one.title,
        path: `${base}/${one.id}`,
        badge: left > 0 ? left : '✓',
        badgeLabel,
      };
    };
    return menuParts(definition, genericTitles(words)).flatMap(({ id, title, page }) => {
      if (page) return [{ id, title, path: `${base}/${page}`, entries: [] }];
      const inside = pages.filter(({ menu }) => menu === id);
      return inside.length > 0 ? [{ id, title, entries: inside.map(entry) }] : [];
    });
  }, [store, live, words]);
}

function useNotices(): Notice[] {
  const { store } = useOpenCase();
  return noticesOf(store.view);
}
