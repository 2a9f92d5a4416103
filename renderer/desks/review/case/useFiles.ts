import { useCallback, useMemo, useState } from 'react';
import type { FileRef } from '#core/model/index.ts';
import { fileUrl } from '#renderer/api/index.ts';
import { useNarrow } from '#renderer/frame/index.ts';

/** Which file is open: beside the text, or in a new tab on narrow screens. */
export function useFiles() {
  const narrow = useNarrow();
  const [shown, setShown] = useState<string | null>(null);
  const open = useCallback(
    (file: FileRef) => {
      if (narrow) window.open(fileUrl(file.id), '_blank', 'noopener');
      else setShown(file.id);
    },
    [narrow],
  );
  const close = useCallback(() => setShown(null), []);
  return useMemo(() => ({ shown: narrow ? null : shown, open, close }), [narrow, shown, open, close]);
}

export type FileViewer = ReturnType<typeof useFiles>;
