import { formWords, useWords } from '#renderer/locales/index.ts';

/** The asterisk behind a label; screen readers read a word. */
export function RequiredMark() {
  const words = useWords(formWords);
  return (
    <span className="mark" title={words.required}>
      <span aria-hidden="true">*</span>
      <span className="unseen">{words.required}</span>
    </span>
  );
}
