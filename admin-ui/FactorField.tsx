import { draftWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';

type Props = { name: string; value: string; error: string | undefined; onChange: (value: string) => void };

/** The code of a second factor, for whoever has one. */
export function FactorField(line: Props) {
  const words = useWords(draftWords);
  return (
    <LineField
      {...line}
      label={words.codeLabel}
      starred={false}
      size="middle"
      autoComplete="one-time-code"
      maxLength={20}
      note={<span className="quiet">{words.codeHint}</span>}
    />
  );
}
