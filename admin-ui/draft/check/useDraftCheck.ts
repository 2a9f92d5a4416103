import { useEffect, useRef, useState } from 'react';
import type { DraftReply, DraftRequest } from '../../worker/messages.ts';
import { type Texts, textDifferences } from '../model/differences.ts';
import { checkAfter, type DraftCheck } from './counts.ts';

/** Checks a draft in a thread of its own after each change: problems first, the examples after. Null until the first answer. */
export function useDraftCheck(texts: Texts): DraftCheck | null {
  const [check, setCheck] = useState<DraftCheck | null>(null);
  const worker = useRef<{ thread: Worker; sent: Texts }>(undefined);
  useEffect(() => {
    const thread = new Worker(new URL('../../worker/draft.worker.ts', import.meta.url), { type: 'module' });
    thread.onmessage = ({ data }: MessageEvent<DraftReply>) => setCheck((before) => checkAfter(before, data));
    worker.current = { thread, sent: new Map() };
    return () => {
      thread.terminate();
      worker.current = undefined;
    };
  }, []);
  useEffect(() => {
    const { current } = worker;
    if (!current || current.sent === texts) return;
    const request: DraftRequest = { texts: textDifferences(current.sent, texts) };
    current.sent = texts;
    setCheck((before) => before && { ...before, isChecking: true });
    current.thread.postMessage(request);
  }, [texts]);
  return check;
}
