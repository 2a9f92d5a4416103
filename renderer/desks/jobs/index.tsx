import { StaffFrame } from '#renderer/staff/index.ts';
import './jobs.css';
import { JobsPage } from './JobsPage.tsx';

/** The operator's desk: what runs beside the requests. */
export default function JobsDesk() {
  return (
    <StaffFrame>
      <JobsPage />
    </StaffFrame>
  );
}
