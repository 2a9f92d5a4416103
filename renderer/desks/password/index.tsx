import { useSession } from '#renderer/api/index.ts';
import { PasswordPage } from './PasswordPage.tsx';

/** A password, changed by choice or because the first one serves once. */
export default function PasswordDesk() {
  const session = useSession().data;
  return session && <PasswordPage session={session} />;
}
