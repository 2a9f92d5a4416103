import { lazy, type ReactNode, useMemo, useState } from 'react';
import { messageOf } from '#renderer/api/index.ts';
import { Refusal } from '#renderer/basics/index.ts';
import { type Notify, NotifyContext } from '#renderer/frame/index.ts';
import { apiWords, type Locale } from '#renderer/locales/index.ts';
import { ThemeContext } from '#renderer/themed/index.ts';
import { Contexts } from './Contexts.tsx';
import './entrance.css';

const Theme = lazy(() => import('./Theme.tsx'));

type Props = {
  locale: Locale;
  /** Somebody has begun to type: they will want a desk soon. */
  onTyping: () => void;
  children: ReactNode;
};

/**
 * What stands outside of the pages that come before anybody has logged in. Its colours and sizes are those of the
 * theme, written down, so that such a page is there before the theme could be fetched; dialogs fetch it.
 */
export function Entrance({ locale, onTyping, children }: Props) {
  const [sentence, setSentence] = useState<ReactNode>(null);
  const words = apiWords[locale];
  const notify = useMemo<Notify>(
    () => ({
      success: setSentence,
      warning: setSentence,
      failure: (error) => setSentence(<Refusal>{messageOf(error, words)}</Refusal>),
    }),
    [words],
  );
  return (
    <div className="ground entrance" onInput={onTyping}>
      <ThemeContext value={Theme}>
        <NotifyContext value={notify}>
          <Contexts locale={locale}>
            {sentence}
            {children}
          </Contexts>
        </NotifyContext>
      </ThemeContext>
    </div>
  );
}
