import { useEffect, useState } from 'react';

/** For dialogs that are taken off the page: gives the focus back to where it was when they came. */
export function useReturnFocus(): void {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => from instanceof HTMLElement && from.isConnected && from.focus());
    },
    [from],
  );
}
