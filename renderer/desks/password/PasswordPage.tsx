import { Alert, Button } from 'antd';
import { useLocation } from 'wouter';
import { type SessionView, useLogout, useProgramme } from '#renderer/api/index.ts';
import { Page, useNotify } from '#renderer/frame/index.ts';
import { loginWords, useWords } from '#renderer/locales/index.ts';
import { Cover } from '#renderer/plain-forms/index.ts';
import { StaffFrame } from '#renderer/staff/index.ts';
import { PasswordForm } from './PasswordForm.tsx';

/** A new password: by choice, or because the first one must be changed before anything else. */
export function PasswordPage({ session }: { session: SessionView }) {
  const words = useWords(loginWords);
  const programme = useProgramme().data;
  const notify = useNotify();
  const logout = useLogout();
  const [path, navigate] = useLocation();
  if (!programme) return null;
  const forced = session.user.mustChangePassword;
  const changed = () => {
    notify.success(words.saved);
    if (path === '/password') navigate('/', { replace: true });
  };
  const form = (
    <PasswordForm
      policy={programme.password}
      username={session.user.username}
      asksQuestion={forced || !session.user.hasQuestion}
      onChanged={changed}
    />
  );
  if (!forced)
    return (
      <StaffFrame>
        <Page title={words.changePassword}>
          <div className="own-password">
            {form}
            <Button type="link" block onClick={() => window.history.back()}>
              {words.back}
            </Button>
          </div>
        </Page>
      </StaffFrame>
    );
  return (
    <Cover programme={programme}>
      <h2 className="paper-title">{words.changePassword}</h2>
      <Alert type="info" showIcon title={words.mustChange} />
      {form}
      <Button type="link" block onClick={() => logout.mutate()}>
        {words.logout}
      </Button>
    </Cover>
  );
}
