import { useCallback, useEffect, useRef } from 'react';
import type { Change } from '#core/change/index.ts';
import type { MendsReply, MendsRequest } from '../../../worker/messages.ts';

/** Looks for what examples need in a thread of its own, which ends with whoever asks. Rejects where the thread fails. */
export function useMends(): (request: MendsRequest) => Promise<Change[]> {
  const thread = useRef<Worker>(undefined);
  useEffect(() => () => thread.current?.terminate(), []);
  return useCallback((request) => {
    thread.current?.terminate();
    const worker = new Worker(new URL('../../../worker/mends.worker.ts', import.meta.url), {
      type: 'module',
    });
    thread.current = worker;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<MendsReply>) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
  }, []);
}
