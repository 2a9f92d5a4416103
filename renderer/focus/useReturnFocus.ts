import { useEffect, useRef, useState } from 'react';

/**
 * For dialogs that are taken off the page: gives the focus back to where it was when they came, unless it is
 * elsewhere by then. `find` gives the element that is there now, where it was rendered again meanwhile.
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
