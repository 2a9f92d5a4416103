import { type ReactNode, useMemo } from 'react';
import { messageOf } from '#renderer/api/index.ts';
import { LoginAgain, type Notify, NotifyContext } from '#renderer/frame/index.ts';
import { apiWords, type Locale, LocaleProvider, useWords } from '#renderer/locales/index.ts';
import { PopupProvider, usePopups } from '#renderer/popups/index.ts';
import { Contexts } from './Contexts.tsx';
import Theme from './Theme.tsx';

/** Everything that the screens of desks need outside of them: theme, language, messages, keys, help. */
export function AppProviders({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <LocaleProvider locale={locale}>
      <Theme ground>
        <PopupProvider>
          <Messages>
            <Contexts locale={locale}>{children}</Contexts>
          </Messages>
        </PopupProvider>
      </Theme>
    </LocaleProvider>
  );
}

function Messages({ children }: { children: ReactNode }) {
  const popup = usePopups();
  const words = useWords(apiWords);
  const notify = useMemo<Notify>(
    () => ({
      success: (text) => popup(({ message }) => message.success(text)),
      warning: (text) => popup(({ message }) => message.warning(text, 6)),
      failure: (error) => {
        const sentence = (
          <>
            {messageOf(error, words)} <LoginAgain error={error} />
          </>
        );
        popup(({ message }) => message.error(sentence, 8));
      },
    }),
    [popup, words],
  );
  return <NotifyContext value={notify}>{children}</NotifyContext>;
}
