import { LockOutlined } from '@ant-design/icons';
import { rulesWords, useWords } from '#renderer/locales/index.ts';

/** A part of a rule that rows cannot show: what it says, and that it stays as it is. */
export function Locked({ text }: { text: string }) {
  const words = useWords(rulesWords);
  return (
    <span className="locked" title={words.locked}>
      <LockOutlined aria-label={words.locked} /> {text}
    </span>
  );
}
