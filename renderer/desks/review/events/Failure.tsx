import { Alert } from 'antd';
import { messageOf } from '#renderer/api/index.ts';
import { LoginAgain } from '#renderer/frame/index.ts';
import { apiWords, useWords } from '#renderer/locales/index.ts';

/** Why an event was not fired, and what to do where the session has ended; nothing where nothing failed. */
export function Failure({ error }: { error: unknown }) {
  const sentences = useWords(apiWords);
  if (error === null) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={messageOf(error, sentences)}
      action={<LoginAgain error={error} />}
    />
  );
}
