import { Alert, Button } from 'antd';
import { useState } from 'react';
import { casesWords, useWords } from '#renderer/locales/index.ts';
import type { CaseOutcome } from '../model/cases.ts';

type Props = { mustPass: boolean; compute: () => CaseOutcome };

/** What comes of the case now, when somebody asks. */
export function Outcome({ mustPass, compute }: Props) {
  const words = useWords(casesWords);
  const [outcome, setOutcome] = useState<CaseOutcome>();
  if (!outcome) return <Button onClick={() => setOutcome(compute())}>{words.tryNow}</Button>;
  const isMeant = outcome.passes === mustPass;
  return (
    <Alert
      type={isMeant ? 'success' : 'warning'}
      role="status"
      title={`${outcome.passes ? words.nowPasses : words.nowFails}，${isMeant ? words.asMeant : words.notMeant}`}
      description={
        outcome.messages.length > 0 && (
          <ul>
            {[...new Set(outcome.messages)].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
