import { MenuOutlined } from '@ant-design/icons';
import { Button, Dropdown, Popover } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useLogout, useProgramme, useSession } from '../api/index.ts';
import { frameWords, useWords } from '../locales/index.ts';
import { useKeyList } from './keys.tsx';
import { useLeave } from './leave.ts';
import { type Notice, NoticeList } from './Notices.tsx';

type Props = { notices: Notice[]; search?: ReactNode; openMenu?: () => void };

/** Programme and cycle at the left; notices, help and the person at the right. */
export function Header({ notices, search, openMenu }: Props) {
  const words = useWords(frameWords);
  const programme = useProgramme().data;
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
        <NoticeButton notices={notices} />
        <HelpButton />
        <Person />
      </div>
    </header>
  );
}

function NoticeButton({ notices }: { notices: Notice[] }) {
  const words = useWords(frameWords);
  const label = notices.length > 0 ? `${words.notices} ${notices.length}` : words.notices;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={words.notices}
      content={<NoticeList notices={notices} />}
    >
      <Button type="text">{label}</Button>
    </Popover>
  );
}

function HelpButton() {
  const words = useWords(frameWords);
  const openKeys = useKeyList();
  const content = (
    <div className="help">
      <p>{words.helpText}</p>
      <Button onClick={openKeys}>{words.keys}</Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={words.help} content={content}>
      <Button type="text" className="wide">
        {words.help}
      </Button>
    </Popover>
  );
}

function Person() {
  const words = useWords(frameWords);
  const session = useSession().data;
  const logout = useLogout();
  const leave = useLeave();
  const [, navigate] = useLocation();
  if (!session) return null;
  const items = [
    { key: 'who', disabled: true, label: session.organisation?.path.join(' / ') ?? session.user.roleTitle },
    { key: 'password', label: words.changePassword },
    { key: 'logout', label: words.logout },
  ];
  const choose = async ({ key }: { key: string }) => {
    if (key === 'password') return navigate('/password');
    await leave();
    logout.mutate(undefined, { onSuccess: () => navigate('/') });
  };
  return (
    <Dropdown menu={{ items, onClick: choose }} trigger={['click']} placement="bottomRight">
      <Button type="text" className="person">
        {session.user.name}
      </Button>
    </Dropdown>
  );
}
