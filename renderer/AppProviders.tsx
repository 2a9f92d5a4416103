import { App } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { messageOf } from '#renderer/api/index.ts';
import { LoginAgain, type Notify, NotifyContext } from '#renderer/frame/index.ts';
import { apiWords, type Locale, LocaleProvider, useWords } from '#renderer/locales/index.ts';
import { Contexts } from './Contexts.tsx';
import Theme from './Theme.tsx';

/** Everything that the screens of desks need outside of them: theme, language, messages, keys, help. */
export function AppProviders({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <LocaleProvider locale={locale}>
      <Theme ground>
        <Messages>
          <Contexts locale={locale}>{children}</Contexts>
        </Messages>
      </Theme>
    </LocaleProvider>
  );
}

function Messages({ children }: { children: ReactNode }) {
  const { message } = App.useApp();
  const words = useWords(apiWords);
  const notify = useMemo<Notify>(
    () => ({
      success: (text) => void message.success(text),
      warning: (text) => void message.warning(text, 6),
      failure: (error) =>
        void message.error(
          <>
            {messageOf(error, words)} <LoginAgain error={error} />
          </>,
          8,
        ),
    }),
    [message, words],
  );
  return <NotifyContext value={notify}>{children}</NotifyContext>;
}
