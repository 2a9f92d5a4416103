import type { AccountView } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { stateOf } from './state.ts';
import type { Task } from './tasks/index.ts';
import type { UnitRules } from './useUnit.ts';

export type ListProps = { accounts: AccountView[]; unit: UnitRules; choose: (task: Task) => void };

/** Dense lines on a desktop. */
export function AccountTable({ accounts, unit, choose }: ListProps) {
  const words = useWords(accountsWords);
  const { formatTime } = useTimes();
  const heads = [words.name, words.username, words.role, words.organisation, words.status, words.created];
  return (
    <table className="accounts" aria-label={words.list}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">{words.actions}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row">{account.name}</th>
            <td>{account.username}</td>
            <td>{account.roleTitle}</td>
            <td>{account.organisation}</td>
            <td className={`state state-${account.status}`}>{stateOf(account, words)}</td>
            <td className="whole">{formatTime(account.createdAt)}</td>
            <td>
              <AccountMenu account={account} unit={unit} choose={choose} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
