import type { DraftReply, DraftRequest } from '../../admin-ui/worker/messages.ts';

type Page = { ask?: (texts: DraftRequest['texts']) => Promise<{ milliseconds: number; problems: number }> };

const worker = new Worker(new URL('../../admin-ui/worker/draft.worker.ts', import.meta.url), {
  type: 'module',
});

/** From the message to the answer that says what is wrong, as the page sees it. */
(globalThis as Page).ask = (texts) =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<DraftReply>) => {
      if (data.kind !== 'checked') return;
      const problems = data.editions.flatMap((one) => one.problems).length;
      resolve({ milliseconds: performance.now() - begun, problems });
    };
    worker.postMessage({ texts } satisfies DraftRequest);
  });
