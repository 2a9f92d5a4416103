import { useEffect, useState } from 'react';
import { sourceFile } from '#core/assemble/index.ts';
import type { CompiledEdition, SourceFile } from '#core/model/index.ts';
import { createPreviewCompiler } from './compile.ts';
import type { PreviewReady, PreviewRequest } from './messages.ts';

/** What the page shows now; `edition` is null while the form cannot be compiled. */
export type Previewed = Omit<PreviewRequest, 'kind' | 'texts'> & { edition: CompiledEdition | null };

/** Follows what the desk around this page sends. Messages of other pages are not heard. */
export function usePreviewed(): Previewed | null {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  useEffect(() => {
    const files = new Map<string, SourceFile>();
    const compile = createPreviewCompiler();
    const hear = ({ origin, source, data }: MessageEvent<PreviewRequest>) => {
      if (origin !== window.location.origin || source !== window.parent || data?.kind !== 'preview') return;
      const { texts, kind: _kind, ...shown } = data;
      for (const [path, text] of Object.entries(texts)) {
        if (text === null) files.delete(path);
        else files.set(path, sourceFile(path, text));
      }
      setPreviewed({ ...shown, edition: compile([...files.values()], shown.cycle, shown.form) });
    };
    window.addEventListener('message', hear);
    const ready: PreviewReady = { kind: 'preview-ready' };
    window.parent.postMessage(ready, window.location.origin);
    return () => window.removeEventListener('message', hear);
  }, []);
  return previewed;
}
