import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';

const PAUSE = 250;

/**
 * Text by which something is searched. `wanted` follows what is typed after a pause, so that not every keystroke asks
 * the server; what an input method still composes is not searched for.
 */
export function useSearchText() {
  const [text, setText] = useState('');
  const [composed, setComposed] = useState('');
  const [wanted, setWanted] = useState('');
  const composing = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(composed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [composed]);
  const input = {
    value: text,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      setText(target.value);
      if (!composing.current) setComposed(target.value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>) => {
      composing.current = false;
      setComposed(currentTarget.value);
    },
  };
  return { wanted, input };
}
