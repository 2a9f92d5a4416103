import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { registrationWords, useWords } from '#renderer/locales/index.ts';
import { Paper } from '#renderer/plain-forms/index.ts';

type Props = { username: string; parent: string; leave: () => void };

/** After sending: what happens next, and what to keep in mind. */
export function Sent({ username, parent, leave }: Props) {
  const words = useWords(registrationWords);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <Paper title={words.sentTitle}>
      <section ref={box} tabIndex={-1} aria-label={words.sentNext} className="sent">
        <p>
          <strong>{words.sentName(username)}</strong>
        </p>
        <h2>{words.sentNext}</h2>
        <ol>
          {words.sentSteps(parent).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <div className="actions">
        <Button type="primary" onClick={leave}>
          {words.toLogin}
        </Button>
      </div>
    </Paper>
  );
}
