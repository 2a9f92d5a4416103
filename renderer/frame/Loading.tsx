import { messageOf } from '#renderer/api/index.ts';
import { Action } from '#renderer/basics/index.ts';
import { apiWords, frameWords, useWords } from '#renderer/locales/index.ts';
import { LoginAgain } from './LoginAgain.tsx';

/** Something is being fetched. */
export function Loading() {
  const words = useWords(frameWords);
  return (
    <p className="loading" role="status">
      {words.loading}
    </p>
  );
}

/** What could not be fetched, as a sentence, with a button to try again. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useWords(frameWords);
  const sentences = useWords(apiWords);
  return (
    <div className="failed" role="alert">
      <p>
        {messageOf(error, sentences)} <LoginAgain error={error} />
      </p>
      <Action onClick={retry}>{words.retry}</Action>
    </div>
  );
}
