import { crc32, deflateSync } from 'node:zlib';

/** One white dot, grey scale, without any of the data that cameras add. */
const WHITE_DOT_AS_JPEG = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i',
  'Z2hnPk1xeXBkeFxlZ2P/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAI',
  'AQEAAD8AQH//2Q==',
].join('');

/** What a slot may accept, and a file of that type that holds nothing personal: one empty page, or one white dot. */
const SAMPLES: Record<string, () => { name: string; content: Buffer }> = {
  'application/pdf': () => ({ name: 'sample.pdf', content: onePage() }),
  'image/png': () => ({ name: 'sample.png', content: oneDot() }),
  'image/jpeg': () => ({ name: 'sample.jpg', content: Buffer.from(WHITE_DOT_AS_JPEG, 'base64') }),
};

/** A sample of the first type that there is one of. Throws, naming them, where there is none. */
export function sampleFile(accept: string[]): { name: string; content: Buffer } {
  const make = accept.map((type) => SAMPLES[type]).find((one) => one !== undefined);
  if (!make) throw new Error(`there is no sample file of ${accept.join(', ')}`);
  return make();
}

/** The smallest valid PDF: a catalogue, a page tree, an A4 page, and a table of where they stand. */
function onePage(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

function oneDot(): Buffer {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
