import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { frameWords, useWords } from '#renderer/locales/index.ts';
import { Sheet } from '#renderer/popups/index.ts';
import { Header } from './Header.tsx';
import { Menu, type MenuGroup } from './Menu.tsx';
import { useManagement } from './management.ts';
import type { Notice } from './Notices.tsx';
import { useNarrow } from './useNarrow.ts';

type Props = {
  /** The desk's menu; without one the column takes the whole width. */
  menu?: MenuGroup[];
  /** Above the menu's first heading: which application this is. */
  menuTitle?: ReactNode;
  notices?: Notice[] | undefined;
  /** Search of desks that have many. */
  search?: ReactNode;
  children: ReactNode;
};

/** One frame for all desks: header, menu (a sheet on phones), one column of work. */
export function Frame({ menu, menuTitle, notices = [], search, children }: Props) {
  const words = useWords(frameWords);
  const narrow = useNarrow();
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  const management = useManagement();
  const contents = menu && (
    <>
      {menuTitle && <div className="menu-title">{menuTitle}</div>}
      <Menu
        groups={[...menu, ...management]}
        current={path}
        label={words.menu}
        onChoose={() => setOpen(false)}
      />
    </>
  );
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Header
        notices={notices}
        search={search}
        openMenu={contents && narrow ? () => setOpen(true) : undefined}
      />
      <div className={contents && !narrow ? 'body with-menu' : 'body'}>
        {contents && !narrow && <aside className="side">{contents}</aside>}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      {contents && narrow && (
        <Sheet
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          mask={{ closable: true }}
          size={288}
          title={words.menu}
          closable={{ 'aria-label': words.close }}
        >
          {contents}
        </Sheet>
      )}
    </div>
  );
}
