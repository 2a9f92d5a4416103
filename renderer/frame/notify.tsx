import { App } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { messageOf } from '#renderer/api/index.ts';
import { apiWords, useWords } from '#renderer/locales/index.ts';
import { LoginAgain } from './LoginAgain.tsx';

/** Messages at the top of the page: what succeeded, and why something failed. */
export function useNotify() {
  const { message } = App.useApp();
  const words = useWords(apiWords);
  return useMemo(
    () => ({
      success: (text: ReactNode) => void message.success(text),
      warning: (text: string) => void message.warning(text, 6),
      failure: (error: unknown) =>
        void message.error(
          <>
            {messageOf(error, words)} <LoginAgain error={error} />
          </>,
          8,
        ),
    }),
    [message, words],
  );
}
