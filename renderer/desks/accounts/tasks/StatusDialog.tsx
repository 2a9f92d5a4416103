import { interpolate } from '#core/json/index.ts';
import { type AccountView, type ActionView, useAccountEvent, useSetStatus } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { Dialog } from './Dialog.tsx';

type Props = { account: AccountView; action?: ActionView; close: () => void };

/** An event of the account's route, or freezing and unfreezing a user who has none. */
export function StatusDialog({ account, action, close }: Props) {
  return action ? (
    <EventDialog account={account} action={action} close={close} />
  ) : (
    <FreezeDialog account={account} close={close} />
  );
}

function EventDialog({ account, action, close }: Required<Props>) {
  const words = useWords(accountsWords);
  const notify = useNotify();
  const fire = useAccountEvent();
  const done = () => {
    notify.success(words.changed);
    close();
  };
  const at = { caseId: account.caseId ?? '', version: account.version, event: action.event };
  return (
    <Dialog
      title={`${action.title} ${account.name}`}
      okText={action.title}
      danger={action.danger}
      busy={fire.isPending}
      error={fire.error}
      onOk={() => fire.mutate(at, { onSuccess: done })}
      close={close}
    >
      <p>{interpolate(action.confirm ?? action.title, { n: 1, names: account.name })}</p>
    </Dialog>
  );
}

function FreezeDialog({ account, close }: Omit<Props, 'action'>) {
  const words = useWords(accountsWords);
  const notify = useNotify();
  const set = useSetStatus();
  const frozen = account.status === 'frozen';
  const done = () => {
    notify.success(words.changed);
    close();
  };
  return (
    <Dialog
      title={frozen ? words.unfreezeTitle(account.name) : words.freezeTitle(account.name)}
      okText={frozen ? words.unfreeze : words.freeze}
      danger={!frozen}
      busy={set.isPending}
      error={set.error}
      onOk={() => set.mutate({ id: account.id, status: frozen ? 'active' : 'frozen' }, { onSuccess: done })}
      close={close}
    >
      <p>{frozen ? words.unfreezeText(account.name) : words.freezeText(account.name)}</p>
    </Dialog>
  );
}
