import { AccountsPage } from './AccountsPage.tsx';
import { StaffFrame } from './StaffFrame.tsx';
import './accounts.css';

/** User management. */
export default function AccountsDesk() {
  return (
    <StaffFrame>
      <AccountsPage />
    </StaffFrame>
  );
}
