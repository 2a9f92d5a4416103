import { Input } from 'antd';
import { useState } from 'react';
import { interpolate } from '#core/json/index.ts';
import {
  type AccountView,
  type ActionView,
  useAccountEvent,
  useDeleteAccount,
  useRemoveOrganisation,
} from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { Dialog } from './Dialog.tsx';

type Props = {
  account: AccountView;
  action?: ActionView | undefined;
  /** The whole unit, and not its user alone. */
  unit?: boolean;
  close: () => void;
};

/** Asks twice: shows what will be deleted, then wants the user name, so that two quick clicks delete nobody. */
export function DeleteDialog({ account, action, unit = false, close }: Props) {
  const words = useWords(accountsWords);
  const notify = useNotify();
  const [again, setAgain] = useState(false);
  const [typed, setTyped] = useState('');
  const fire = useAccountEvent();
  const remove = useDeleteAccount();
  const removeUnit = useRemoveOrganisation();
  const name = unit ? account.organisation : account.name;
  const onSuccess = () => {
    notify.success(words.deleted(name));
    close();
  };
  const run = () => {
    if (unit) return removeUnit.mutate(account.organisationId ?? '', { onSuccess });
    if (!action) return remove.mutate(account.id, { onSuccess });
    const at = { caseId: account.caseId ?? '', version: account.version, event: action.event };
    fire.mutate(at, { onSuccess });
  };
  const confirm = action?.confirm && interpolate(action.confirm, { n: 1, names: name });
  return (
    <Dialog
      title={again ? words.deleteAgain : words.deleteTitle(name)}
      okText={again ? words.deleteFinal : words.deleteNext}
      danger
      busy={fire.isPending || remove.isPending || removeUnit.isPending}
      disabled={again && typed.trim() !== account.username}
      error={fire.error ?? remove.error ?? removeUnit.error}
      onOk={() => (again ? run() : setAgain(true))}
      close={close}
    >
      <p>{confirm ?? words.deleteText}</p>
      {again && (
        <div className="line">
          <label htmlFor="delete-confirm">{words.deleteType(account.username)}</label>
          <Input
            id="delete-confirm"
            autoFocus
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
    </Dialog>
  );
}
