import { StaffFrame } from '#renderer/staff/index.ts';
import { AccountsPage } from './AccountsPage.tsx';
import './accounts.css';

/** User management. */
export default function AccountsDesk() {
  return (
    <StaffFrame>
      <AccountsPage />
    </StaffFrame>
  );
}
