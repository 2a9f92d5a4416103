import {
  type ChangeEvent,
  type CompositionEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { sameJson } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { shownAnswer, writeAnswer } from '#core/normalise/index.ts';
import { useAfterPointerUp } from '#renderer/frame/index.ts';
import { addPending, removePending } from '../store/pending.ts';

const IDLE = 600;
const PLAIN = {};

type Input = HTMLInputElement | HTMLTextAreaElement;

type Typing = {
  value: Json | undefined;
  /** What a text answers; text that it cannot read it gives back, for validation to refuse. */
  read: (text: string) => Json | undefined;
  /** An answer as it is written; of what was read it gives what reads as the same. */
  write?: (value: Json | undefined) => string;
  commit: (value: Json | undefined) => void;
  /** The field: its words, and the pattern of its numbers, which is shown while nobody types. */
  field?: Pick<FieldSchema, 'type' | 'number' | 'words'>;
  /** Also handed over on a pause: for text, of which every beginning is an answer. */
  onPause?: boolean;
};

/**
 * Text that is being typed. While one types it is the person's: nothing changes it, and a keystroke renders one field
 * and not the form. It is handed over on leaving, before a save, and for plain text on a pause; on leaving it becomes
 * what is stored, so that what is shown is what is kept. What an input method still composes is no text yet. A value
 * from elsewhere replaces it; its own value that comes back late does not undo what was typed since.
 */
export function useTyped({ value, read, write, commit, field = PLAIN, onPause = false }: Typing) {
  const afterPointerUp = useAfterPointerUp();
  const written = write ?? ((one: Json | undefined) => writeAnswer(one, field));
  const shown = written(value);
  const [typing, setTyping] = useState(false);
  const [text, setText] = useState(shown);
  const [given, setGiven] = useState(shown);
  const [handed, setHanded] = useState(shown);
  const latest = useRef({ text, value, read, write: written, commit });
  /** The text as it was before the input method began; null while none composes. */
  const before = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (given !== shown) {
    setGiven(shown);
    setHanded(shown);
    if (shown !== handed) setText(shown);
  }
  useEffect(() => {
    latest.current = { text, value, read, write: written, commit };
  });

  const hand = useCallback((): string => {
    clearTimeout(timer.current);
    removePending(hand);
    const now = latest.current;
    const typed = before.current ?? now.text;
    if (typed === now.write(now.value)) return typed;
    const answer = now.read(typed);
    const next = now.write(answer);
    setHanded(next);
    if (!sameJson(answer, now.value)) {
      latest.current = { ...now, value: answer };
      now.commit(answer);
    }
    return next;
  }, []);

  useEffect(() => () => void hand(), [hand]);

  const finish = useCallback(() => {
    const next = hand();
    latest.current = { ...latest.current, text: next };
    setText(next);
  }, [hand]);

  const input = useMemo(() => {
    const type = (next: string) => {
      setText(next);
      latest.current = { ...latest.current, text: next };
      clearTimeout(timer.current);
      if (before.current !== null) return;
      addPending(hand);
      if (onPause) timer.current = setTimeout(hand, IDLE);
    };
    return {
      onChange: ({ target }: ChangeEvent<Input>) => type(target.value),
      onCompositionStart: () => {
        before.current = latest.current.text;
        clearTimeout(timer.current);
      },
      onCompositionEnd: ({ currentTarget }: CompositionEvent<Input>) => {
        before.current = null;
        type(currentTarget.value);
      },
      onFocus: () => setTyping(true),
      onBlur: () => {
        setTyping(false);
        afterPointerUp(finish);
      },
    };
  }, [hand, finish, afterPointerUp, onPause]);
  const atRest = typeof value === 'number' && !typing && text === shown ? shownAnswer(field, value) : text;
  return { text, finish, input: { ...input, value: atRest } };
}
