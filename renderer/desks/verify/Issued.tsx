import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { AttestationView } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { useWords, verifyWords } from '#renderer/locales/index.ts';

const TONES = { current: 'success', changed: 'warning', void: 'error' } as const;

/** What is known of a print; it takes the focus, because it answers what was asked. */
export function Issued({ answer }: { answer: AttestationView }) {
  const words = useWords(verifyWords);
  const box = useRef<HTMLElement>(null);
  // Each answer is an object of its own, also where it says the same again.
  useEffect(() => {
    if (answer) box.current?.focus();
  }, [answer]);
  return (
    <section ref={box} tabIndex={-1} className="verified" aria-label={words.title}>
      {answer.issued ? <Found answer={answer} /> : <Alert type="error" showIcon title={words.unknown} />}
    </section>
  );
}

function Found({ answer }: { answer: AttestationView }) {
  const words = useWords(verifyWords);
  const { formatTime } = useTimes();
  const { validity = 'void', isSigned } = answer;
  const facts: [string, string | undefined][] = [
    [words.name, answer.sheet],
    [words.cycle, answer.cycle],
    [words.state, answer.state],
    [words.dataAt, answer.dataAt && formatTime(answer.dataAt)],
    [words.issuedAt, answer.issuedAt && formatTime(answer.issuedAt)],
    [words.frozenAt, answer.frozenAt && formatTime(answer.frozenAt)],
  ];
  return (
    <>
      <Alert type={TONES[validity]} showIcon title={words.found} description={words.validity[validity]} />
      <dl>
        {facts.map(
          ([title, text]) =>
            text && (
              <div key={title} className="fact">
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      {isSigned !== undefined && <p>{isSigned ? words.signed : words.forged}</p>}
    </>
  );
}
