import { isUnauthenticated } from '#renderer/api/index.ts';
import { frameWords, useWords } from '#renderer/locales/index.ts';

/** Beside a sentence that a session has ended: the way to the login, which leads back to this very page. */
export function LoginAgain({ error }: { error: unknown }) {
  const words = useWords(frameWords);
  if (!isUnauthenticated(error)) return null;
  return <a href={window.location.pathname + window.location.search}>{words.loginAgain}</a>;
}
