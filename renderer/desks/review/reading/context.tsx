import { createContext, useContext } from 'react';
import type { FileRef, RowRef } from '#core/model/index.ts';

/** What a reader can do besides reading. */
type Reader = {
  /** The file that is being looked at beside the text. */
  shown: string | null;
  open: (file: FileRef) => void;
  /** The button that strikes a row, or takes the mark back; undefined where nothing may be struck. */
  strike?: (place: RowRef, index: number, struck: boolean) => { title: string; run: () => void } | undefined;
};

const ReaderContext = createContext<Reader>({ shown: null, open: () => {} });

export const ReaderProvider = ReaderContext;

export const useReader = (): Reader => useContext(ReaderContext);
