import { useSession } from '#renderer/api/index.ts';
import { LoginPage } from './LoginPage.tsx';
import { PasswordPage } from './PasswordPage.tsx';
import './login.css';

/** The way in: whoever is not logged in logs in where they stand; who is changes their password. */
export default function LoginDesk() {
  const session = useSession().data;
  return session ? <PasswordPage session={session} /> : <LoginPage />;
}
