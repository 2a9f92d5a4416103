import { messageOf } from '#renderer/api/index.ts';
import { Refusal } from '#renderer/basics/index.ts';
import { apiWords, useWords } from '#renderer/locales/index.ts';

/** What the server refused, in its own words, at the form. */
export function Sentence({ error }: { error: unknown }) {
  const words = useWords(apiWords);
  if (!error) return null;
  return <Refusal>{messageOf(error, words)}</Refusal>;
}
