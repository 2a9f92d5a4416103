/** The thread in which PDFs are read. */
import { readFile } from 'node:fs/promises';
import { inspectPdf, type PdfFacts } from './pdf.ts';

export default async (path: string): Promise<PdfFacts> => inspectPdf(await readFile(path));
