import { useTimes } from '#renderer/frame/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import type { ListProps } from './AccountTable.tsx';
import { stateOf } from './state.ts';

/** Cards on a phone. */
export function AccountCards({ accounts, unit, choose }: ListProps) {
  const words = useWords(accountsWords);
  const { formatTime } = useTimes();
  return (
    <ul className="account-cards" aria-label={words.list}>
      {accounts.map((account) => (
        <li key={account.id}>
          <div>
            <strong>{account.name}</strong> <span className="quiet">{account.username}</span>
            <p>
              {stateOf(account, words)} · {account.roleTitle}
            </p>
            <p className="quiet">
              {account.organisation} · <span className="whole">{formatTime(account.createdAt)}</span>
            </p>
          </div>
          <AccountMenu account={account} unit={unit} choose={choose} />
        </li>
      ))}
    </ul>
  );
}
