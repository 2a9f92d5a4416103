import { useState } from 'react';
import { type AccountView, type OrganisationView, useMoveOrganisation } from '#renderer/api/index.ts';
import { OrganisationPicker } from '#renderer/form/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import type { UnitRules } from '../useUnit.ts';
import { Dialog } from './Dialog.tsx';

type Props = { account: AccountView; unit: UnitRules; close: () => void };

/** Chooses the new parent among those that the unit's kind may stand under, then says what will move. */
export function MoveDialog({ account, unit, close }: Props) {
  const words = useWords(accountsWords);
  const notify = useNotify();
  const move = useMoveOrganisation();
  const [parent, setParent] = useState<OrganisationView | null>(null);
  const kind = unit.kinds.find(({ id }) => id === account.organisationKind);
  if (!parent) {
    return (
      <OrganisationPicker
        scope={{ ...(kind?.form && { for: kind.form }), ...(kind && { kind: kind.id }) }}
        title={words.moveTitle(account.organisation)}
        onChoose={setParent}
        close={close}
      />
    );
  }
  const done = () => {
    notify.success(words.moved);
    close();
  };
  return (
    <Dialog
      title={words.moveTitle(account.organisation)}
      okText={words.move}
      busy={move.isPending}
      error={move.error}
      onOk={() => move.mutate({ id: account.organisationId ?? '', parent: parent.id }, { onSuccess: done })}
      close={close}
    >
      <p>{words.moveConfirm(account.organisation, parent.name)}</p>
    </Dialog>
  );
}
