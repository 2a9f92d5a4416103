import { MenuOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type ReactNode, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useLogout, useProgramme, useSession } from '#renderer/api/index.ts';
import { ActionMenu } from '#renderer/focus/index.ts';
import { HelpButton } from '#renderer/help/index.ts';
import { frameWords, useWords } from '#renderer/locales/index.ts';
import { useKeyList } from './keys.tsx';
import { useLanguages } from './languages.ts';
import { useLeave } from './leave.ts';
import { type Notice, NoticeList } from './Notices.tsx';
import { useNarrow } from './useNarrow.ts';

type Props = { notices: Notice[]; search?: ReactNode; openMenu?: (() => void) | undefined };

/** Programme and cycle at the left; notices, help and the person at the right. */
export function Header({ notices, search, openMenu }: Props) {
  const words = useWords(frameWords);
  const programme = useProgramme().data;
  const [, navigate] = useLocation();
  return (
    <header className="header">
      {openMenu && (
        <Button type="text" icon={<MenuOutlined />} aria-label={words.openMenu} onClick={openMenu} />
      )}
      <Link href="/" className="programme">
        <span className="wide">{programme?.title}</span>
        <span className="narrow">{programme?.shortTitle}</span>
        {programme && <small> · {programme.cycle.title}</small>}
      </Link>
      {search}
      <div className="tools">
        <Button type="text" className="wide" onClick={() => navigate('/')}>
          {words.home}
        </Button>
        <NoticeButton notices={notices} />
        <HelpButton />
        <HeaderActions />
        <Person />
      </div>
    </header>
  );
}

function NoticeButton({ notices }: { notices: Notice[] }) {
  const words = useWords(frameWords);
  const label = notices.length > 0 ? `${words.notices} ${notices.length}` : words.notices;
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLElement>(null);
  const narrow = useNarrow();
  const left = (open: boolean) => {
    if (!open && box.current?.contains(document.activeElement)) button.current?.focus();
  };
  return (
    <Popover
      trigger="click"
      // The search in the middle moves with the width.
      placement={narrow ? 'bottom' : 'bottomRight'}
      title={words.notices}
      content={
        <section ref={box} tabIndex={-1} aria-label={words.notices} className="notices-box">
          <NoticeList notices={notices} />
        </section>
      }
      onOpenChange={left}
      // The list stands at the end of the page: opened by keyboard it gets the focus, and returns it.
      afterOpenChange={(open) => open && box.current?.focus()}
    >
      <Button ref={button} type="text">
        {label}
      </Button>
    </Popover>
  );
}

/** `lang`: of a label in another language than the page. */
type HeaderAction = { key: string; label: string; lang?: string; run: () => void };

/** What the header does besides: each a button where there is room, a line of the person's menu where there is none. */
function useHeaderActions(): HeaderAction[] {
  const words = useWords(frameWords);
  const logout = useLogout();
  const leave = useLeave();
  const [, navigate] = useLocation();
  const out = async () => {
    await leave();
    logout.mutate(undefined, { onSuccess: () => navigate('/') });
  };
  const refresh = async () => {
    await leave();
    window.location.reload();
  };
  const languages = useLanguages().map(({ id, title, run }) => ({ key: id, label: title, lang: id, run }));
  return [
    ...languages,
    { key: 'password', label: words.changePassword, run: () => navigate('/password') },
    { key: 'refresh', label: words.refresh, run: () => void refresh() },
    { key: 'logout', label: words.logout, run: () => void out() },
  ];
}

function HeaderActions() {
  return useHeaderActions().map(({ key, label, lang, run }) => (
    <Button key={key} type="text" className="wide" lang={lang} onClick={run}>
      {label}
    </Button>
  ));
}

function Person() {
  const words = useWords(frameWords);
  const session = useSession().data;
  const openKeys = useKeyList();
  const actions = useHeaderActions();
  const [, navigate] = useLocation();
  if (!session) return null;
  const all: HeaderAction[] = [
    { key: 'home', label: words.home, run: () => navigate('/') },
    { key: 'account', label: words.account, run: () => navigate('/account') },
    { key: 'keys', label: words.keys, run: openKeys },
    ...actions,
  ];
  const items = [
    { key: 'who', disabled: true, label: session.organisation?.path.join(' / ') || session.user.roleTitle },
    ...all.map(({ key, label, lang }) => ({ key, label: lang ? <span lang={lang}>{label}</span> : label })),
  ];
  return (
    <ActionMenu
      items={items}
      choose={(chosen) => all.find(({ key }) => key === chosen)?.run()}
      placement="bottomRight"
    >
      <Button type="text" className="person">
        {session.user.name}
      </Button>
    </ActionMenu>
  );
}
