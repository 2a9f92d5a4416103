import { useEffect, useRef, useState } from 'react';
import type { DefinitionProblem } from '#core/model/index.ts';
import type { DraftReply, DraftRequest } from '../../worker/messages.ts';
import { type Texts, textDifferences } from '../model/differences.ts';

/** How a draft is found to be, in the page; `isChecking` while something of it is still to come. */
export type DraftCheck = {
  problems: DefinitionProblem[];
  cases: { all: number; failed: string[] };
  isChecking: boolean;
};

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

const NO_CASES = { all: 0, failed: [] };

function checkAfter(before: DraftCheck | null, reply: DraftReply): DraftCheck {
  if (reply.kind === 'checked') {
    const problems = reply.editions.flatMap((edition) => edition.problems);
    return { problems, cases: before?.cases ?? NO_CASES, isChecking: true };
  }
  const cases = reply.editions.flatMap((edition) => edition.cases);
  const failed = cases.filter(({ failures }) => failures.length > 0).map(({ id }) => id);
  return { problems: before?.problems ?? [], cases: { all: cases.length, failed }, isChecking: false };
}
