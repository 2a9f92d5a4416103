/** How programs read a PDF to people. */
import { spawnSync } from 'node:child_process';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Node = { role?: string; type?: string; id?: string; children?: Node[] };
type Item = { str?: string; type?: string; id?: string };

/** The text of each page as its tags lead to it: through the key of the page, its entry, and what is marked. */
export async function textsByTags(pdf: Buffer): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
    return await Promise.all(
      numbers.map(async (number) => {
        const page = await document.getPage(number);
        const tree = (await page.getStructTree()) as Node | null;
        const { items } = await page.getTextContent({ includeMarkedContent: true });
        return textOf(tree, byMark(items as Item[]));
      }),
    );
  } finally {
    await task.destroy();
  }
}

function byMark(items: Item[]): Map<string, string> {
  const found = new Map<string, string>();
  const open: string[] = [];
  for (const { type, id, str } of items) {
    if (type?.startsWith('begin')) open.push(id ?? '');
    else if (type === 'endMarkedContent') open.pop();
    else for (const mark of open) found.set(mark, `${found.get(mark) ?? ''}${str ?? ''}`);
  }
  return found;
}

function textOf(node: Node | null, marked: Map<string, string>): string {
  if (!node) return '';
  if (node.type === 'content') return `${marked.get(node.id ?? '') ?? ''}\n`;
  return (node.children ?? []).map((child) => textOf(child, marked)).join('');
}

/** It writes a line where anything in the file is not as it should be, and reads on. */
function poppler(tool: string, pdf: Buffer, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(tool, args, { input: pdf, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (stderr !== '') throw new Error(`${tool}: ${stderr}`);
  return stdout;
}

/** What poppler finds out about a PDF. */
export const infoOf = (pdf: Buffer): string => poppler('pdfinfo', pdf, '-');

/** The tags of a PDF with their texts, one a line. */
export const tagsOf = (pdf: Buffer): string => poppler('pdfinfo', pdf, '-struct-text', '-');

/** The text of a PDF as it is drawn. */
export const drawnOf = (pdf: Buffer): string => poppler('pdftotext', pdf, '-', '-');
