import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { loginWords, useWords } from '#renderer/locales/index.ts';
import type { Demand } from './policy.ts';

/** What a new password needs, each line ticked as soon as it is met; in words, not only by colour. */
export function PolicyList({ demands }: { demands: Demand[] }) {
  const words = useWords(loginWords);
  return (
    <ul className="policy" aria-label={words.policy}>
      {demands.map(({ id, text, met }) => (
        <li key={id} className={met ? 'met' : undefined}>
          {met ? <CheckOutlined aria-hidden="true" /> : <MinusOutlined aria-hidden="true" />} {text}
          <span className="unseen"> {met ? words.met : words.unmet}</span>
        </li>
      ))}
    </ul>
  );
}
