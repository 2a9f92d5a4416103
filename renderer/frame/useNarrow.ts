import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
  );
}

/** A phone, or a window as narrow as one: menus fold, tables become cards. */
export const useNarrow = (): boolean => useMedia('(max-width: 767px)');

/** The system asks for less motion: nothing slides, grows or fades. */
export const useStill = (): boolean => useMedia('(prefers-reduced-motion: reduce)');

/** The system asks for dark colours, and the page is not being printed. */
export const useDark = (): boolean => useMedia('screen and (prefers-color-scheme: dark)');
