import { useEffect, useState } from 'react';

/**
 * For dialogs that are taken off the page: gives the focus back to where it was when they came, unless somebody has
 * put it elsewhere by then.
 */
export function useReturnFocus(): void {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && from instanceof HTMLElement && from.isConnected) from.focus();
      });
    },
    [from],
  );
}
