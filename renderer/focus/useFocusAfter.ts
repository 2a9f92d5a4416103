import { useEffect, useEffectEvent } from 'react';

/** Moves the focus once an attempt to send something, and never while typing: `attempts` counts them. */
export function useFocusAfter(attempts: number, move: () => void): void {
  const moveFocus = useEffectEvent(move);
  useEffect(() => {
    if (attempts > 0) moveFocus();
  }, [attempts]);
}
