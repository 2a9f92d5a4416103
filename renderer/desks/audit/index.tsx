import { StaffFrame } from '#renderer/staff/index.ts';
import '#renderer/desks/accounts/accounts.css';
import { AuditPage } from './AuditPage.tsx';

/** The audit trail. */
export default function AuditDesk() {
  return (
    <StaffFrame>
      <AuditPage />
    </StaffFrame>
  );
}
