/** The thread in which PDFs are read: takes a path, answers with PdfFacts. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { inspectPdf } from './pdf.ts';

parentPort?.on('message', async (path: string) => {
  parentPort?.postMessage(await inspectPdf(await readFile(path)));
});
