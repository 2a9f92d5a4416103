import { PDFDocument, type PDFEmbeddedPage, type PDFPage } from 'pdf-lib';
import { escapeHtml } from '#core/json/index.ts';
import { watermarkLook } from '../html/watermark.ts';

type Size = { width: number; height: number };

/** A page with the watermark alone, on nothing. */
function watermarkPage(text: string, { width, height }: Size): string {
  const look = watermarkLook(text).join(';');
  return `<!doctype html><html><head><meta charset="utf-8"><title></title>
<style>@page{size:${width}pt ${height}pt;margin:0}body{margin:0}div{position:fixed;inset:0;${look}}</style></head>
<body><div>${escapeHtml(text)}</div></body></html>`;
}

/**
 * A printed PDF with a watermark drawn over each of its pages. It is drawn after everything that a page has, so nothing
 * of the page can lie over it; it stays text, which can be searched and copied.
 * @param print - makes the PDF of one page; asked once for each size among the pages
 * @throws Error where the PDF cannot be read or the watermark cannot be printed
 */
export async function withWatermark(
  pdf: Buffer,
  text: string,
  print: (html: string) => Promise<Buffer>,
): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const drawings = new Map<string, PDFEmbeddedPage>();
  for (const page of document.getPages()) {
    const size = page.getSize();
    const key = `${size.width} ${size.height}`;
    const drawing = drawings.get(key) ?? (await embedded(document, await print(watermarkPage(text, size))));
    drawings.set(key, drawing);
    drawOver(page, drawing);
  }
  return Buffer.from(await document.save({ addDefaultPage: false, updateFieldAppearances: false }));
}

async function embedded(document: PDFDocument, watermark: Buffer): Promise<PDFEmbeddedPage> {
  const [drawing] = await document.embedPdf(watermark);
  if (drawing === undefined) throw new Error('The watermark has no page.');
  return drawing;
}

function drawOver(page: PDFPage, drawing: PDFEmbeddedPage): void {
  page.drawPage(drawing, page.getMediaBox());
}
