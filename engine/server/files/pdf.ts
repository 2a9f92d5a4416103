import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { activeContent } from './pdf-active.ts';
import type { FileProblem } from './problem.ts';

/** How many pages a PDF has, and the reasons to refuse it. */
export type PdfFacts = { pages: number | null; problems: FileProblem[] };

const MOST_PAGES = 1000;
const TAIL = 2048;

/**
 * Counts a PDF's pages and lists the reasons to refuse it. Active content is looked for twice: by the names in
 * its objects, and by what pdf.js finds. Runs in a thread of its own: a hostile file may take long.
 */
export async function inspectPdf(bytes: Buffer): Promise<PdfFacts> {
  if (!isWhole(bytes)) return { pages: null, problems: ['broken'] };
  const active = activeContent(bytes);
  if (active.includes('too-complex')) return { pages: null, problems: active };
  const read = await readDocument(bytes);
  return { pages: read.pages, problems: [...new Set([...active, ...read.problems])] };
}

/** Header at the first byte, trailer at the end: a file cut off on its way has no trailer. */
function isWhole(bytes: Buffer): boolean {
  const tail = bytes.subarray(-TAIL);
  return bytes.toString('latin1', 0, 5) === '%PDF-' && tail.includes('startxref') && tail.includes('%%EOF');
}

async function readDocument(bytes: Buffer): Promise<PdfFacts> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
  });
  try {
    const document = await task.promise;
    return { pages: document.numPages, problems: await problemsOf(document) };
  } catch (error) {
    return { pages: null, problems: [isLocked(error) ? 'encrypted' : 'broken'] };
  } finally {
    await task.destroy();
  }
}

async function problemsOf(document: PDFDocumentProxy): Promise<FileProblem[]> {
  if (document.numPages > MOST_PAGES) return ['too-many-pages'];
  const problems: FileProblem[] = [];
  const { info } = (await document.getMetadata()) as { info: { IsXFAPresent?: boolean } };
  if (info.IsXFAPresent) problems.push('xfa');
  if ((await document.getPermissions()) !== null) problems.push('encrypted');
  if ((await document.getJSActions()) !== null) problems.push('scripted');
  if ((await document.getAttachments()) !== null) problems.push('attachments');
  await document.getPage(document.numPages);
  return problems;
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}
