import { useEffect, useRef, useState } from 'react';
import type { CaseResult } from '#core/draft/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import type { DraftReply, DraftRequest } from '../../../worker/messages.ts';

/** How the cases of a draft come out, by cycle. Null while they are run; wrong: the definition has an error. */
type Results = { cases: Map<string, CaseResult[]> | null; wrong: ReadonlySet<string> };

const NOTHING: Results = { cases: null, wrong: new Set() };

/** Runs the cases of these files beside the page, and again those that rest on what changes. */
export function useCaseResults(files: readonly SourceFile[]): Results {
  const worker = useRef<Worker>(null);
  const known = useRef(new Map<string, string>());
  const [results, setResults] = useState<Results>(NOTHING);
  useEffect(() => {
    const started = new Worker(new URL('../../../worker/draft.worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.current = started;
    known.current = new Map();
    started.onmessage = ({ data }: MessageEvent<DraftReply>) =>
      setResults((before) => (data.kind === 'cases' ? withCases(before, data) : checked(data)));
    return () => started.terminate();
  }, []);
  useEffect(() => {
    const texts = differences(files, known.current);
    if (Object.keys(texts).length === 0) return;
    setResults((before) => ({ ...before, cases: null }));
    worker.current?.postMessage({ texts } satisfies DraftRequest);
  }, [files]);
  return results;
}

const checked = ({ editions }: Extract<DraftReply, { kind: 'checked' }>): Results => ({
  cases: null,
  wrong: new Set(editions.filter(({ compiled }) => !compiled).map(({ cycle }) => cycle)),
});

const withCases = (before: Results, { editions }: Extract<DraftReply, { kind: 'cases' }>): Results => ({
  ...before,
  cases: new Map(editions.map(({ cycle, cases }) => [cycle, cases])),
});

/** The texts that are others than the worker has; null for files that are gone. `known` is brought up to date. */
function differences(files: readonly SourceFile[], known: Map<string, string>): DraftRequest['texts'] {
  const now = new Map(files.map(({ path, json, text }) => [path, text ?? JSON.stringify(json)]));
  const gone = [...known.keys()].filter((path) => !now.has(path));
  const changed = [...now].filter(([path, text]) => known.get(path) !== text);
  for (const path of gone) known.delete(path);
  for (const [path, text] of changed) known.set(path, text);
  return Object.fromEntries([...changed, ...gone.map((path): [string, null] => [path, null])]);
}
