import { Alert } from 'antd';
import type { Refused } from './useMakeChange.ts';

/** Why a change was not made, and what somebody else has added meanwhile. */
export function Refusal({ refused }: { refused: Refused }) {
  if (!refused) return null;
  return (
    <Alert
      type={refused.meanwhile.length > 0 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={refused.message}
      description={
        refused.meanwhile.length > 0 && (
          <ul>
            {refused.meanwhile.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
