import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';

/** An honest PDF; `objectStreams` packs its objects, as newer writers do. */
export async function honestPdf(pages = 1, options: { objectStreams?: boolean } = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 1; page <= pages; page += 1) document.addPage().drawText(`Page ${page}`);
  return Buffer.from(await document.save({ useObjectStreams: options.objectStreams ?? false }));
}

/** A PDF of one empty page with further entries in its catalogue, page and trailer, and further objects (from number 4 on). */
export function handmadePdf(
  parts: { catalog?: string; page?: string; trailer?: string; objects?: (string | Buffer)[] } = {},
): Buffer {
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${parts.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${parts.page ?? ''} >>`,
    ...(parts.objects ?? []),
  ];
  let body = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body = Buffer.concat([
      body,
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    return offset;
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${parts.trailer ?? ''} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(table + trailer)]);
}

/** A stream object whose body is packed once. */
export function packed(dictionary: string, body: Buffer | string): Buffer {
  const bytes = deflateSync(body);
  const head = `<< ${dictionary} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')]);
}
