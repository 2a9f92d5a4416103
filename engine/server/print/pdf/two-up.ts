import { PDFDocument, type PDFEmbeddedPage, rgb } from 'pdf-lib';
import type { TwoUp } from '../html/paper.ts';

const GREY = rgb(0.5, 0.5, 0.5);

/**
 * A PDF with two of its pages on each sheet, at full size, and a line between them where the sheet is cut.
 * @throws Error where the PDF cannot be read
 */
export async function twoToASheet(pdf: Buffer, twoUp: TwoUp): Promise<Buffer> {
  const source = await PDFDocument.load(pdf, { updateMetadata: false });
  const sheets = await PDFDocument.create({ updateMetadata: false });
  sheets.setTitle(source.getTitle() ?? '');
  const pages = await sheets.embedPdf(source, source.getPageIndices());
  const halves = pages.flatMap((page) => Array.from({ length: twoUp.copies }, () => page));
  for (let index = 0; index < halves.length; index += 2)
    layOut(sheets, twoUp, halves.slice(index, index + 2));
  return Buffer.from(await sheets.save({ addDefaultPage: false, updateFieldAppearances: false }));
}

/** Each page in the middle of its half. */
function layOut(sheets: PDFDocument, { across, width, height }: TwoUp, halves: PDFEmbeddedPage[]): void {
  const sheet = sheets.addPage([width, height]);
  const [halfWidth, halfHeight] = across ? [width / 2, height] : [width, height / 2];
  for (const [index, page] of halves.entries()) {
    const corner = across ? { x: index * halfWidth, y: 0 } : { x: 0, y: (1 - index) * halfHeight };
    const x = corner.x + (halfWidth - page.width) / 2;
    const y = corner.y + (halfHeight - page.height) / 2;
    sheet.drawPage(page, { x, y });
  }
  const start = across ? { x: halfWidth, y: 0 } : { x: 0, y: halfHeight };
  const end = across ? { x: halfWidth, y: height } : { x: width, y: halfHeight };
  sheet.drawLine({ start, end, thickness: 0.5, color: GREY, dashArray: [3, 3] });
}
