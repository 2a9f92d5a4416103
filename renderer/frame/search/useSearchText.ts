import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';
import { useAddress } from './useAddress.ts';

const PAUSE = 250;

/**
 * Text by which something is searched. `wanted` follows what is typed after a pause, so that not every keystroke asks
 * the server; what an input method still composes is not searched for.
 */
export function useSearchText(initial = '') {
  const [text, setText] = useState(initial);
  const [composed, setComposed] = useState(initial);
  const [wanted, setWanted] = useState(initial);
  const composing = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(composed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [composed]);
  const begin = (next: string) => {
    setText(next);
    setComposed(next);
    setWanted(next);
  };
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
  return { wanted, input, begin };
}

/** The same, and it stands in the address under this name: what leads back to the list leads back to what was found. */
export function useSearchInAddress(name: string) {
  const [there, write] = useAddress(name);
  const search = useSearchText(there);
  const { wanted, begin } = search;
  const written = useRef(there);
  useEffect(() => {
    if (wanted === written.current) return;
    written.current = wanted;
    write(wanted);
  }, [wanted, write]);
  // A link to the list without it, or with another text, is followed.
  useEffect(() => {
    if (there === written.current) return;
    written.current = there;
    begin(there);
  });
  return search;
}
