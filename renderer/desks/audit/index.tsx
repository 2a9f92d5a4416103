import { StaffFrame } from '../../staff/index.ts';
import '../accounts/accounts.css';
import { AuditPage } from './AuditPage.tsx';

/** The audit trail. */
export default function AuditDesk() {
  return (
    <StaffFrame>
      <AuditPage />
    </StaffFrame>
  );
}
