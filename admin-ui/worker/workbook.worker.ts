import { readWorkbook } from '../workbook/index.ts';

/** Reads one workbook off the main thread: whoever waits too long ends the thread. */
addEventListener('message', async ({ data }: MessageEvent<ArrayBuffer>) => {
  postMessage(await readWorkbook(new Uint8Array(data)));
});
