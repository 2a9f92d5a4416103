import { getDocument, type PDFPageProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page of a print: how large its paper is, in millimetres, and how it is drawn as wide as the canvas is. */
export type PrintedPage = {
  number: number;
  width: number;
  height: number;
  draw: (canvas: HTMLCanvasElement) => Promise<void>;
};

/** A print that is open; `close` frees everything. */
export type OpenPrint = { pages: PrintedPage[]; close: () => void };

const MILLIMETRES = 25.4 / 72;

/** Opens a PDF in a thread of its own. Throws where it is none. */
export async function openPrint(bytes: ArrayBuffer): Promise<OpenPrint> {
  const port = new Worker(new URL('../../../../worker/pdf.worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port });
  // The thread takes the bytes away from whoever gives them.
  const task = getDocument({ data: bytes.slice(0), worker, verbosity: VerbosityLevel.ERRORS });
  const close = () => {
    void task.destroy().finally(() => port.terminate());
  };
  try {
    const file = await task.promise;
    const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1);
    return {
      pages: await Promise.all(numbers.map(async (one) => printedPage(await file.getPage(one)))),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function printedPage(page: PDFPageProxy): PrintedPage {
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    number: page.pageNumber,
    width: Math.round(width * MILLIMETRES),
    height: Math.round(height * MILLIMETRES),
    draw: (canvas) =>
      page.render({ canvas, viewport: page.getViewport({ scale: canvas.width / width }) }).promise,
  };
}
