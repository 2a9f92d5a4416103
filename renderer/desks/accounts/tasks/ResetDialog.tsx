import { type AccountView, type InitialPassword, useResetPassword } from '#renderer/api/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { Dialog } from './Dialog.tsx';

type Props = { account: AccountView; show: (user: InitialPassword) => void; close: () => void };

/** Asks before a password is replaced, then hands the new one on to be shown. */
export function ResetDialog({ account, show, close }: Props) {
  const words = useWords(accountsWords);
  const reset = useResetPassword();
  return (
    <Dialog
      title={words.resetTitle(account.name)}
      okText={words.password}
      busy={reset.isPending}
      error={reset.error}
      onOk={() => reset.mutate(account.id, { onSuccess: show })}
      close={close}
    >
      <p>{words.resetText}</p>
      <p className="quiet">{words.passwordNote}</p>
    </Dialog>
  );
}
