import { useCallback, useEffect, useRef, useState } from 'react';
import { useAfterPointerUp } from '#renderer/frame/index.ts';
import { addPending, removePending } from '../store/pending.ts';

const IDLE = 600;

/**
 * Text that is being typed: kept here, handed over on a pause or on leaving, so that a keystroke renders one field
 * and not the form. A value from elsewhere replaces it; its own value that comes back late does not undo what was
 * typed since.
 */
export function useTyped(value: string, commit: (text: string) => void) {
  const afterPointerUp = useAfterPointerUp();
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  const [handed, setHanded] = useState(value);
  const latest = useRef({ text, value, commit });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (given !== value) {
    setGiven(value);
    setHanded(value);
    if (value !== handed) setText(value);
  }
  useEffect(() => {
    latest.current = { text, value, commit };
  });

  const hand = useCallback(() => {
    clearTimeout(timer.current);
    removePending(hand);
    const now = latest.current;
    if (now.text === now.value) return;
    setHanded(now.text);
    now.commit(now.text);
  }, []);

  useEffect(() => () => hand(), [hand]);

  const type = useCallback(
    (next: string) => {
      setText(next);
      latest.current = { ...latest.current, text: next };
      addPending(hand);
      clearTimeout(timer.current);
      timer.current = setTimeout(hand, IDLE);
    },
    [hand],
  );
  const leave = useCallback(() => afterPointerUp(hand), [afterPointerUp, hand]);
  return { text, type, leave };
}
