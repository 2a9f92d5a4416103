import type { OrganisationKind } from '#core/model/index.ts';
import type { AccountView, ActionView, InitialPassword } from '#renderer/api/index.ts';
import { useReturnFocus } from '#renderer/focus/index.ts';
import type { UnitRules } from '../useUnit.ts';
import { AddDialog } from './AddDialog.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { ResetDialog } from './ResetDialog.tsx';
import { StatusDialog } from './StatusDialog.tsx';

/** What is being done right now. `action` is the event of the account's route, where it has one. */
export type Task =
  | { kind: 'password'; account: AccountView }
  | { kind: 'status'; account: AccountView }
  | { kind: 'unit'; account: AccountView }
  | { kind: 'move'; account: AccountView }
  | { kind: 'event'; account: AccountView; action: ActionView }
  | { kind: 'delete'; account: AccountView; action?: ActionView }
  | { kind: 'add-user' }
  | { kind: 'add-unit'; of: OrganisationKind }
  | { kind: 'show'; user: InitialPassword };

type Props = { task: Task; unit: UnitRules; choose: (task: Task | null) => void };

/** The dialogs of a task, one after the other; at their end the focus returns to where the task was chosen. */
export function TaskDialog(props: Props) {
  useReturnFocus();
  return <TaskStep key={props.task.kind} {...props} />;
}

/** Every task that makes a password ends by showing it. */
function TaskStep({ task, unit, choose }: Props) {
  const close = () => choose(null);
  const show = (user: InitialPassword) => choose({ kind: 'show', user });
  if (task.kind === 'show') return <PasswordDialog user={task.user} close={close} />;
  if (task.kind === 'password') return <ResetDialog account={task.account} show={show} close={close} />;
  if (task.kind === 'add-user') return <AddDialog roles={unit.roles} show={show} close={close} />;
  if (task.kind === 'add-unit') return <AddDialog of={task.of} show={show} close={close} />;
  if (task.kind === 'move') return <MoveDialog account={task.account} unit={unit} close={close} />;
  if (task.kind === 'status') return <StatusDialog account={task.account} close={close} />;
  if (task.kind === 'event')
    return <StatusDialog account={task.account} action={task.action} close={close} />;
  if (task.kind === 'delete')
    return <DeleteDialog account={task.account} action={task.action} close={close} />;
  return <DeleteDialog account={task.account} unit close={close} />;
}
