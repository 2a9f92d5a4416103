import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  type AccountView,
  type ActionView,
  useCase,
  useEditionSource,
  useSession,
} from '#renderer/api/index.ts';
import { ActionMenu } from '#renderer/focus/index.ts';
import { type AccountsWords, accountsWords, frameWords, useWords } from '#renderer/locales/index.ts';
import { releases } from './releases.ts';
import type { Task } from './tasks/index.ts';
import type { UnitRules } from './useUnit.ts';

type Props = { account: AccountView; unit: UnitRules; choose: (task: Task) => void };
type Item = { key: string; label: string; danger?: boolean; run: () => void };

/** What may be done with one account; what its route offers is asked for when the menu is opened. */
export function AccountMenu(props: Props) {
  const words = useWords(accountsWords);
  const framed = useWords(frameWords);
  const [open, setOpen] = useState(false);
  const { items, isLoading } = useItems(props, open);
  const { account } = props;
  const isMe = useSession().data?.user.id === account.id;
  if (isMe) return null;
  const shown = items.map(({ key, label, danger = false }) => ({ key, label, danger }));
  const waiting = { key: 'loading', label: framed.loading, disabled: true };
  return (
    <ActionMenu
      items={isLoading ? [...shown, waiting] : shown}
      choose={(key) => items.find((item) => item.key === key)?.run()}
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
    >
      <Button
        size="small"
        aria-haspopup="true"
        aria-expanded={open}
        aria-label={words.actionsOf(account.name)}
      >
        {words.actions} <DownOutlined aria-hidden="true" />
      </Button>
    </ActionMenu>
  );
}

function useItems({ account, unit, choose }: Props, isOpen: boolean): { items: Item[]; isLoading: boolean } {
  const words = useWords(accountsWords);
  const [, navigate] = useLocation();
  const { caseId } = account;
  const routed = useRouted(caseId, isOpen);
  const items: Item[] = [
    ...(caseId ? [{ key: 'edit', label: words.edit, run: () => navigate(`/cases/${caseId}`) }] : []),
    {
      key: 'password',
      label: words.password,
      run: () => choose({ kind: 'password', account }),
    },
    ...unitItems(account, unit, words, choose),
    ...(caseId
      ? routed.actions.map((action) => eventItem(account, action, routed.deletes(action.event), choose))
      : ownItems(account, words, choose)),
  ];
  return { items, isLoading: routed.isLoading };
}

/** The events that the account's registration offers to this person's desk, those that ask for nothing. */
function useRouted(caseId: string | null, isAsked: boolean) {
  const view = useCase(caseId ?? '', caseId !== null && isAsked).data;
  const source = useEditionSource(view?.edition ?? '', view?.category ?? '', view !== undefined).data;
  const definition = source?.definition;
  const category = definition?.categories.find(({ id }) => id === view?.category);
  const route = definition?.routes.find(({ id }) => id === category?.route);
  const actions = (view?.actions ?? []).filter(({ by, input }) => by !== 'applicant' && !input);
  return {
    isLoading: caseId !== null && !(view && source),
    actions: route ? actions : [],
    deletes: (event: string) => route !== undefined && releases(route.machine, event),
  };
}

const eventItem = (
  account: AccountView,
  action: ActionView,
  deletes: boolean,
  choose: Props['choose'],
): Item => ({
  key: action.event,
  label: action.title,
  danger: action.danger,
  run: () => choose({ kind: deletes ? 'delete' : 'event', account, action }),
});

/** For users without a registration: the engine's own words. */
const ownItems = (account: AccountView, words: AccountsWords, choose: Props['choose']): Item[] => [
  account.status === 'frozen'
    ? { key: 'unfreeze', label: words.unfreeze, run: () => choose({ kind: 'status', account }) }
    : { key: 'freeze', label: words.freeze, danger: true, run: () => choose({ kind: 'status', account }) },
  { key: 'delete', label: words.remove, danger: true, run: () => choose({ kind: 'delete', account }) },
];

function unitItems(
  account: AccountView,
  unit: UnitRules,
  words: AccountsWords,
  choose: Props['choose'],
): Item[] {
  const below = account.organisationId !== null && account.organisationId !== unit.id;
  if (!below || !unit.isStaff(account.role)) return [];
  const created = unit.creates.some(({ id }) => id === account.organisationKind);
  if (created) {
    return [
      { key: 'unit', label: words.removeUnit, danger: true, run: () => choose({ kind: 'unit', account }) },
    ];
  }
  return unit.isRoot
    ? [{ key: 'move', label: words.move, run: () => choose({ kind: 'move', account }) }]
    : [];
}
