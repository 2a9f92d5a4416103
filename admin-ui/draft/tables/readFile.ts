import { LIMITS, type WorkbookRead } from '../../workbook/index.ts';

/** Reads a workbook in a thread of its own, which ends with it, or when its time is over. Nothing of the file leaves the page. */
export async function readFile(file: File): Promise<WorkbookRead> {
  if (file.size > LIMITS.bytes) return { refused: { fault: 'too-large' } };
  const bytes = await file.arrayBuffer();
  const thread = new Worker(new URL('../../worker/workbook.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await answerOf(thread, bytes);
  } finally {
    thread.terminate();
  }
}

function answerOf(thread: Worker, bytes: ArrayBuffer): Promise<WorkbookRead> {
  return new Promise((resolve) => {
    const over = setTimeout(() => resolve({ refused: { fault: 'too-slow' } }), LIMITS.seconds * 1000);
    const answer = (read: WorkbookRead) => {
      clearTimeout(over);
      resolve(read);
    };
    thread.onmessage = ({ data }: MessageEvent<WorkbookRead>) => answer(data);
    // A thread that runs out of memory says no more than this.
    thread.onerror = () => answer({ refused: { fault: 'too-much' } });
    thread.postMessage(bytes, [bytes]);
  });
}
