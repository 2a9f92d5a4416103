import { Button } from 'antd';
import { Link, useLocation } from 'wouter';
import { useSession } from '#renderer/api/index.ts';
import { Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { StaffFrame } from '#renderer/staff/index.ts';
import './account.css';
import { SecondFactorCard } from './SecondFactorCard.tsx';

/** One's own account: who one is, the password, and the second factor. */
export default function AccountDesk() {
  const words = useWords(accountsWords);
  const session = useSession().data;
  const [, navigate] = useLocation();
  if (!session) return null;
  const { user, organisation, registration } = session;
  return (
    <StaffFrame>
      <Page
        title={
          <>
            {words.own} <HelpMark topic="account" />
          </>
        }
      >
        <dl className="own-account">
          <dt>{words.name}</dt>
          <dd>{user.name}</dd>
          <dt>{words.username}</dt>
          <dd>{user.username}</dd>
          <dt>{words.role}</dt>
          <dd>{user.roleTitle}</dd>
          <dt>{words.organisation}</dt>
          <dd>{organisation ? [...organisation.path, organisation.name].join(' / ') : '—'}</dd>
        </dl>
        <p className="own-links">
          <Button onClick={() => navigate('/password')}>{words.changePassword}</Button>{' '}
          {registration !== null && <Link href="/registration">{words.ownRegistration}</Link>}
        </p>
        <SecondFactorCard />
      </Page>
    </StaffFrame>
  );
}
