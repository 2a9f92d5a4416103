import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inspector, openInspector } from '#server/files/index.ts';
import { handmadePdf, honestPdf, packed } from '../../support/pdfs.ts';

const PDF = 'application/pdf';
const script = '<< /S /JavaScript /JS (app.alert(1)) >>';

describe('inspecting files', () => {
  let folder: string;
  let inspector: Inspector;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-inspect-'));
    inspector = openInspector();
  });
  afterAll(async () => {
    await inspector.close();
    await rm(folder, { recursive: true });
  });

  async function inspect(bytes: Uint8Array) {
    const path = join(folder, `${Math.random()}`);
    await writeFile(path, bytes);
    return inspector.inspect(path);
  }

  it.each([1, 12, 300])('counts %i pages of an honest PDF, plain and packed', async (pages) => {
    for (const objectStreams of [false, true]) {
      const found = await inspect(await honestPdf(pages, { objectStreams }));
      expect(found).toEqual({ mediaType: PDF, pages, size: null, problems: [] });
    }
  });

  it('takes a PDF with an incremental update and one with words like those of a script in its text', async () => {
    const twice = Buffer.concat([handmadePdf(), Buffer.from('% a comment\nstartxref\n')]);
    const base = handmadePdf();
    const offset = /startxref\n(\d+)/.exec(base.toString('latin1'))?.[1];
    expect((await inspect(Buffer.concat([twice, Buffer.from(`${offset}\n%%EOF\n`)]))).problems).toEqual([]);
    const text = packed('', 'BT (/JavaScript /Launch /Encrypt) Tj ET');
    expect((await inspect(handmadePdf({ page: '/Contents 4 0 R', objects: [text] }))).problems).toEqual([]);
  });

  const hostile: [string, string, () => Buffer][] = [
    ['a script at opening', 'scripted', () => handmadePdf({ catalog: `/OpenAction ${script}` })],
    ['a script behind an event of a page', 'scripted', () => handmadePdf({ page: `/AA << /O ${script} >>` })],
    [
      'a script under a disguised name',
      'scripted',
      () => handmadePdf({ catalog: '/OpenAction << /S /J#61va#53cript /JS (x) >>' }),
    ],
    [
      'a script in a packed object',
      'scripted',
      () => handmadePdf({ objects: [packed('/Type /ObjStm /N 1 /First 4', `9 0 ${script}`)] }),
    ],
    [
      'a script in a packed object without a type',
      'scripted',
      () => handmadePdf({ objects: [packed('/N 1 /First 4', `9 0 ${script}`)] }),
    ],
    [
      'a program to launch',
      'launches',
      () => handmadePdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
    ],
    [
      'an attachment',
      'attachments',
      () => handmadePdf({ catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' }),
    ],
    [
      'an attached stream',
      'attachments',
      () => handmadePdf({ objects: [packed('/Type /EmbeddedFile', 'MZ')] }),
    ],
    [
      'rich media',
      'rich-media',
      () => handmadePdf({ page: '/Annots [<< /Subtype /RichMedia /Rect [0 0 1 1] >>]' }),
    ],
    [
      'an XFA form',
      'xfa',
      () =>
        handmadePdf({
          catalog: '/AcroForm << /Fields [] /XFA [(a) 4 0 R] >>',
          objects: [packed('', '<a/>')],
        }),
    ],
    [
      'objects packed twice',
      'too-complex',
      () =>
        handmadePdf({
          objects: [packed('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', 'x')],
        }),
    ],
    [
      'objects that unpack to a gigabyte',
      'too-complex',
      () => handmadePdf({ objects: [packed('/Type /ObjStm /N 1 /First 4', Buffer.alloc(200_000_000))] }),
    ],
    [
      'a program to launch between the words of a stream that is none',
      'launches',
      () =>
        handmadePdf({
          catalog: '/OpenAction 5 0 R',
          objects: ['<< >> % >> stream\n', '<< /S /Launch /F (cmd.exe) >>', '<< >> % endstream'],
        }),
    ],
    [
      'packed objects behind the words of a stream that is none',
      'launches',
      () =>
        handmadePdf({
          objects: [
            '<< >> % >> stream\n',
            packed('/Type /ObjStm /N 1 /First 4', '9 0 << /S /Launch /F (cmd.exe) >>'),
          ],
        }),
    ],
    [
      'packed objects whose head is cut in two by a text',
      'too-complex',
      () =>
        handmadePdf({
          objects: [packed('/Type /ObjStm /N 1 /First 4 /X (1 0 obj)', '9 0 << /S /Launch /F (x) >>')],
        }),
    ],
    [
      'a password',
      'encrypted',
      () => handmadePdf({ trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >>' }),
    ],
  ];
  it.each(hostile)('refuses a PDF with %s', async (_, problem, make) => {
    const found = await inspect(make());
    expect(found.mediaType).toBe(PDF);
    expect(found.problems).toContain(problem);
  });

  it('counts the pages that are there, not those that are claimed', async () => {
    const claimed = handmadePdf().toString('latin1').replace('/Count 1', '/Count 1000000');
    expect(await inspect(Buffer.from(claimed, 'latin1'))).toMatchObject({ pages: 1 });
    expect(await inspect(await honestPdf(1001))).toMatchObject({ pages: 1001, problems: ['too-many-pages'] });
  });

  it('refuses a broken PDF', async () => {
    const whole = await honestPdf(5);
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'),
      Buffer.from('%PDF-'),
    ]) {
      expect(await inspect(bytes)).toMatchObject({ mediaType: PDF, pages: null, problems: ['broken'] });
    }
  });

  it('recognises by its content what is no PDF', async () => {
    const late = Buffer.concat([Buffer.alloc(900, 'x'), handmadePdf()]);
    const foreign = [
      late,
      Buffer.from('MZ\x90\0 a program'),
      Buffer.from('<html>'),
      Buffer.from('<svg xmlns="">'),
      Buffer.from(' %PDF-1.7'),
    ];
    for (const bytes of foreign)
      expect(await inspect(bytes)).toMatchObject({ mediaType: null, problems: ['unknown-type'] });
    expect(await inspect(Buffer.alloc(0))).toMatchObject({ mediaType: null, problems: ['empty'] });
  });

  it('goes on after a file that was refused, many at once', async () => {
    const good = await honestPdf(2);
    const bomb = handmadePdf({ objects: [packed('/Type /ObjStm /N 1 /First 4', Buffer.alloc(100_000_000))] });
    const found = await Promise.all([bomb, good, good, bomb, good, good].map(inspect));
    expect(found.map(({ pages }) => pages)).toEqual([null, 2, 2, null, 2, 2]);
  });

  const png = (width: number, height: number) => {
    const size = Buffer.alloc(8);
    size.writeUInt32BE(width, 0);
    size.writeUInt32BE(height, 4);
    const end = Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1');
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
      size,
      Buffer.from([8, 6, 0, 0, 0, 0, 0, 0, 0]),
      end,
    ]);
  };
  const jpeg = (width: number, height: number, end = '\xff\xd9') => {
    const head = Buffer.from(
      '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08',
      'latin1',
    );
    const size = Buffer.alloc(4);
    size.writeUInt16BE(height, 0);
    size.writeUInt16BE(width, 2);
    return Buffer.concat([
      head,
      size,
      Buffer.from(`\x03\x01\x22\0\x02\x11\x01\x03\x11\x01 picture ${end}`, 'latin1'),
    ]);
  };

  it('reads the size of pictures, and refuses decompression bombs', async () => {
    expect(await inspect(png(640, 480))).toEqual({
      mediaType: 'image/png',
      pages: null,
      size: { width: 640, height: 480 },
      problems: [],
    });
    expect(await inspect(jpeg(640, 480))).toEqual({
      mediaType: 'image/jpeg',
      pages: null,
      size: { width: 640, height: 480 },
      problems: [],
    });
    expect((await inspect(png(100_000, 100_000))).problems).toEqual(['too-large-image']);
    expect((await inspect(png(0, 480))).problems).toEqual(['broken']);
    expect((await inspect(png(640, 480).subarray(0, 30))).problems).toEqual(['broken']);
    expect((await inspect(jpeg(640, 480, ''))).problems).toEqual(['broken']);
    expect((await inspect(Buffer.from('\xff\xd8\xff rubbish rubbish', 'latin1'))).problems).toEqual([
      'broken',
    ]);
  });

  /** An honest head, then a frame of any kind: C0 is the usual one, C3 lossless, C9 arithmetic. */
  const jpegOf = (...frames: { kind: number; side: number }[]) => {
    const head = jpeg(1, 1).subarray(0, 20);
    const segments = frames.map(({ kind, side }) => {
      const segment = Buffer.from([0xff, kind, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
      segment.writeUInt16BE(side, 5);
      segment.writeUInt16BE(side, 7);
      return segment;
    });
    return Buffer.concat([head, ...segments, Buffer.from('\xff\xd9', 'latin1')]);
  };

  it.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc9, 0xcf])(
    'measures the first frame of a picture, of kind %i too, and not a small one behind it',
    async (kind) => {
      const trap = jpegOf({ kind, side: 60_000 }, { kind: 0xc0, side: 1 });
      expect((await inspect(trap)).problems).toEqual(['too-large-image']);
      expect((await inspect(jpegOf({ kind, side: 600 }))).size).toEqual({ width: 600, height: 600 });
    },
  );

  it('refuses a picture that has lost its segments, whatever follows', async () => {
    const head = jpeg(1, 1).subarray(0, 20);
    for (const filling of [0, 1, 0xff]) {
      const lost = Buffer.concat([
        head,
        Buffer.alloc(20_000_000, filling),
        Buffer.from('\xff\xd9', 'latin1'),
      ]);
      expect((await inspect(lost)).problems).toEqual(['broken']);
    }
  });
});
