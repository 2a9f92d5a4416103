import { CloseCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import './basics.css';

/** What was refused, in a sentence, read aloud as soon as it is there. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <div className="refusal" role="alert">
      <CloseCircleFilled aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
