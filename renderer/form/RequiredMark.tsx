import { formWords, useWords } from '#renderer/locales/index.ts';

/** The star behind a label: seen as a sign, read aloud as a word. */
export function RequiredMark() {
  const words = useWords(formWords);
  return (
    <span className="mark" title={words.required}>
      <span aria-hidden="true">*</span>
      <span className="unseen">{words.required}</span>
    </span>
  );
}
