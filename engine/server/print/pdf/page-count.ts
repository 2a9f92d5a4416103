import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** How many pages a PDF of ours has. Throws where it is none. */
export async function pageCount(pdf: Buffer): Promise<number> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  try {
    return (await task.promise).numPages;
  } finally {
    await task.destroy();
  }
}
