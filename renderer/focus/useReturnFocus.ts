import { useEffect, useRef, useState } from 'react';

/**
 * For dialogs that are taken off the page: gives the focus back to where it was when they came, unless somebody has
 * put it elsewhere by then. `find` gives what stands there now, where that was drawn anew meanwhile.
 */
export function useReturnFocus(find: () => Element | null = () => null): void {
  const [from] = useState(() => document.activeElement);
  const latest = useRef(find);
  latest.current = find;
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        const back = from?.isConnected ? from : latest.current();
        if (isLost && back instanceof HTMLElement) back.focus();
      });
    },
    [from],
  );
}
