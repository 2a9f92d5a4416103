import { Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftAccountsWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { Forms } from '../forms/FormsRoom.tsx';
import './accounts.css';
import { KindTable } from './KindTable.tsx';
import { PasswordRules } from './PasswordRules.tsx';
import { RoleTable } from './RoleTable.tsx';

/** Who has an account: kinds of organisation, what is filled in when registering, roles, passwords. */
export function AccountsRoom() {
  const draft = useWords(draftWords);
  const words = useWords(draftAccountsWords);
  return (
    <Page
      title={
        <>
          {draft.rooms.accounts} <HelpMark topic="changingAccounts" />
        </>
      }
    >
      <p className="quiet">{words.hint}</p>
      <section className="accounts-part" aria-label={words.kinds}>
        <h2>{words.kinds}</h2>
        <KindTable />
      </section>
      <section className="accounts-part" aria-label={words.forms}>
        <h2>{words.forms}</h2>
        <Forms sort="accounts" />
      </section>
      <section className="accounts-part" aria-label={words.roles}>
        <h2>{words.roles}</h2>
        <RoleTable />
      </section>
      <section className="accounts-part" aria-label={words.password}>
        <h2>{words.password}</h2>
        <PasswordRules />
      </section>
    </Page>
  );
}
