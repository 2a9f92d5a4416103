import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { fetchDialogs, PopupContext, type Popups, type ShowPopup } from './dialogs.tsx';
import { later } from './later.tsx';

const [PopupHolder, fetchHolder] = later(() => import('./PopupHolder.tsx'));

/** What somebody does who works at a page. */
const TOUCHES = ['pointerdown', 'keydown'] as const;

/**
 * Messages, questions and dialogs of the screens. None is there when a page opens: they are fetched when the first one
 * is shown, or with the first touch of a key or a button, before the network goes away.
 */
export function PopupProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  const waiting = useRef<Parameters<ShowPopup>[0][]>([]);
  const popups = useRef<Popups | null>(null);
  const show = useCallback<ShowPopup>((one) => {
    if (popups.current) return one(popups.current);
    waiting.current.push(one);
    setWanted(true);
  }, []);
  const ready = useCallback((there: Popups) => {
    popups.current = { ...there, modal: askingOnce(there.modal) };
    for (const one of waiting.current.splice(0)) one(popups.current);
  }, []);
  useEffect(() => {
    // What fails now is fetched when it is needed.
    const ahead = () => void Promise.all([fetchHolder(), fetchDialogs()]).catch(() => undefined);
    for (const touch of TOUCHES) window.addEventListener(touch, ahead, { once: true, capture: true });
    return () => {
      for (const touch of TOUCHES) window.removeEventListener(touch, ahead, { capture: true });
    };
  }, []);
  return (
    <PopupContext value={show}>
      {wanted && <PopupHolder ready={ready} />}
      {children}
    </PopupContext>
  );
}

/** A question that is open is not asked again: two presses may come before it covers what was pressed. */
function askingOnce(modal: Popups['modal']): Popups['modal'] {
  type Ask = typeof modal.confirm;
  const open = new Map<unknown, ReturnType<Ask>>();
  const once =
    (ask: Ask): Ask =>
    (question) => {
      const { title, afterClose } = question;
      const asked =
        open.get(title) ??
        ask({
          ...question,
          afterClose: () => {
            open.delete(title);
            afterClose?.();
          },
        });
      open.set(title, asked);
      return asked;
    };
  return { ...modal, confirm: once(modal.confirm), warning: once(modal.warning) };
}
