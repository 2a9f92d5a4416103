import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inspector, openInspector } from '#server/files/index.ts';
import { handmadePdf, honestPdf, packed } from '../../support/pdfs.ts';

const PDF = 'application/pdf';
const script = '<< /S /JavaScript /JS (app.alert(1)) >>';

/** Actions by what they are; each must be found wherever it stands. */
const ACTIONS: [string, string, string][] = [
  ['a form that is sent', 'sends', '<< /S /SubmitForm /F << /FS /URL /F (https://a.example/) >> >>'],
  ['data that are fetched', 'sends', '<< /S /ImportData /F (x.fdf) >>'],
  ['a link into another file', 'leads-out', '<< /S /GoToR /F (other.pdf) /D [0 /Fit] >>'],
  ['a link to a share', 'leads-out', '<< /S /URI /URI (\\\\\\\\server\\\\share) >>'],
  ['a link to a share with slashes', 'leads-out', '<< /S /URI /URI (//server/share) >>'],
  ['a link to a file', 'leads-out', '<< /S /URI /URI (file:///etc/passwd) >>'],
  ['a link to a file in hexadecimal', 'leads-out', '<< /S /URI /URI <66696C653A2F2F2F78> >>'],
  ['a link to a script', 'leads-out', '<< /S /URI /URI (java\tscript:alert\\(1\\)) >>'],
  ['a link into an embedded file', 'leads-out', '<< /S /GoToE /T << /R /C /N (a) >> >>'],
  ['a rendition', 'rich-media', '<< /S /Rendition /OP 0 /AN 3 0 R >>'],
  ['a rendition with a script', 'scripted', '<< /S /Rendition /JS (app.alert\\(1\\)) >>'],
  ['a film', 'rich-media', '<< /S /Movie /T (a) >>'],
  ['a sound', 'rich-media', '<< /S /Sound /Sound 3 0 R >>'],
  ['a command to rich media', 'rich-media', '<< /S /RichMediaExecute /TA 3 0 R >>'],
  ['a view of three dimensions', 'rich-media', '<< /S /GoTo3DView /TA 3 0 R >>'],
];

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

  it('takes links of the web, and words of actions wherever they are only words', async () => {
    const links = ['https://doi.example/10.1', 'mailto:a@b.example', '#page=2', 'www.a.example'].map(
      (uri) => `<< /Subtype /Link /Rect [0 0 1 1] /A << /S /URI /URI (${uri}) >> >>`,
    );
    const words = '/S /JavaScript /JS /Launch /EmbeddedFiles /SubmitForm /Encrypt /XFA';
    const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
    const honest = handmadePdf({
      page: `/Contents 4 0 R /Annots [${links.join(' ')} << /Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] >> >>]`,
      trailer: `/Info << /Title (On ${words}) >>`,
      catalog: '/StructTreeRoot << /K << /Type /StructElem /S /Sound /P 1 0 R >> >>',
      objects: [
        stream(`BT (${words}) Tj ET`),
        stream(`<x:xmpmeta>an obj of Node/JavaScript ${words}</x:xmpmeta>`),
      ],
    });
    expect((await inspect(honest)).problems).toEqual([]);
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
      'launches',
      () =>
        handmadePdf({
          objects: [packed('/Type /ObjStm /N 1 /First 4 /X (1 0 obj)', '9 0 << /S /Launch /F (x) >>')],
        }),
    ],
    ...ACTIONS.map(([what, problem, action]): [string, string, () => Buffer] => [
      what,
      problem,
      () => handmadePdf({ page: `/Annots [<< /Subtype /Link /Rect [0 0 1 1] /A ${action} >>]` }),
    ]),
    ...ACTIONS.map(([what, problem, action]): [string, string, () => Buffer] => [
      `${what}, packed`,
      problem,
      () => handmadePdf({ objects: [packed('/Type /ObjStm /N 1 /First 4', `9 0 ${action}`)] }),
    ]),
    [
      'an action whose type stands elsewhere',
      'sends',
      () =>
        handmadePdf({
          catalog: '/OpenAction << /S 4 0 R /F (http://a.example/) >>',
          objects: ['/SubmitForm'],
        }),
    ],
    [
      'an action that calls itself an element of the outline',
      'launches',
      () => handmadePdf({ catalog: '/OpenAction << /Type /StructElem /S /Launch /F (cmd.exe) >>' }),
    ],
    [
      'a stream whose bytes lie in another file',
      'leads-out',
      () => handmadePdf({ objects: ['<< /F (//server/share/x) /Length 0 >>\nstream\n\nendstream'] }),
    ],
    [
      'an action in an object that does not end',
      'launches',
      () => handmadePdf({ objects: ['<< /S /Launch /F (cmd.exe) /X ('] }),
    ],
    [
      'a three-dimensional picture',
      'rich-media',
      () => handmadePdf({ page: '/Annots [<< /Subtype /3D /Rect [0 0 1 1] >>]' }),
    ],
    [
      'a file pinned to a page',
      'attachments',
      () =>
        handmadePdf({ page: '/Annots [<< /Subtype /FileAttachment /FS << /F (a) /EF << /F 4 0 R >> >> >>]' }),
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
