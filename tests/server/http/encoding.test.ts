import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgrammeView } from '#core/model/wire/index.ts';
import { precompress } from '#renderer/precompress.ts';
import { chooseEncoding, ENCODINGS } from '#server/http/encoding.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';

describe('the coding of an answer', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['BR', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['gzip;q=0.5, identity', 'identity'],
    ['*', 'br'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['br ; q=1.0 , gzip ; q=0.9', 'br'],
    // Nothing that we have: bytes as they are.
    ['', 'identity'],
    ['identity', 'identity'],
    ['deflate, zstd', 'identity'],
    ['*;q=0', 'identity'],
    // No header as it should be.
    ['br;q=2', 'identity'],
    ['gzip;q=high', 'identity'],
    ['gzip;level=9', 'identity'],
    [';;,,=', 'identity'],
    ['g zip', 'identity'],
    ['brotli', 'identity'],
  ])('%j becomes %s', (header, encoding) => {
    expect(chooseEncoding(header, ENCODINGS)).toBe(encoding);
  });

  it('is one of those that exist', () => {
    expect(chooseEncoding('br, gzip', ['gzip', 'identity'])).toBe('gzip');
    expect(chooseEncoding('br, gzip', ['identity'])).toBe('identity');
  });
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

describe('what is built and served', () => {
  let folder: string;
  let server: TestServer;
  let chunk: { path: string; plain: Buffer };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-encoding-'));
    const root = join(folder, 'source');
    await mkdir(root);
    await writeFile(
      join(root, 'index.html'),
      '<!doctype html><script type="module" src="/main.js"></script>',
    );
    await writeFile(join(root, 'main.js'), `document.title = ${JSON.stringify('申报 '.repeat(2000))};`);
    const outDir = join(folder, 'pages');
    await build({ root, configFile: false, logLevel: 'error', plugins: [precompress()], build: { outDir } });
    server = await startServer({ definitions: GARDEN, pages: outDir });
    const [name] = (await readdir(join(outDir, 'assets'))).filter((one) => one.endsWith('.js'));
    chunk = { path: `/assets/${name}`, plain: await readFile(join(outDir, 'assets', `${name}`)) };
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Bytes as they travel: nothing is unpacked on the way. */
  function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(`${server.origin}${path}`, { method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  it.each([
    { accept: 'br', encoding: 'br', open: brotliDecompressSync },
    { accept: 'gzip', encoding: 'gzip', open: gunzipSync },
    { accept: 'gzip, deflate, br', encoding: 'br', open: brotliDecompressSync },
    { accept: 'br;q=0.1, gzip;q=0.9', encoding: 'gzip', open: gunzipSync },
    { accept: 'br;q=0, *', encoding: 'gzip', open: gunzipSync },
  ])('a chunk for $accept is sent as $encoding', async ({ accept, encoding, open }) => {
    const { status, headers, body } = await ask(chunk.path, { 'accept-encoding': accept });
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'Accept-Encoding']);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(body.length).toBeLessThan(chunk.plain.length / 3);
    expect(open(body)).toEqual(chunk.plain);
  });

  it.each([[''], ['identity'], ['zstd'], ['gzip;q=nonsense'], ['br;q=0, gzip;q=0'], ['\u00ff;;=,']])(
    'a chunk for %j is sent as it is',
    async (accept) => {
      const { status, headers, body } = await ask(chunk.path, { 'accept-encoding': accept });
      expect([status, headers['content-encoding'], headers.vary]).toEqual([
        200,
        undefined,
        'Accept-Encoding',
      ]);
      expect(body).toEqual(chunk.plain);
    },
  );

  it('a chunk is sent as it is without Accept-Encoding', async () => {
    const { headers, body } = await ask(chunk.path);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body).toEqual(chunk.plain);
  });

  it('HEAD tells what GET would send, without it', async () => {
    const got = await ask(chunk.path, { 'accept-encoding': 'br' });
    const head = await ask(chunk.path, { 'accept-encoding': 'br' }, 'HEAD');
    const about = ({ headers }: Answer) => [
      headers['content-encoding'],
      headers['content-length'],
      headers['content-type'],
      headers.vary,
    ];
    expect(about(head)).toEqual(about(got));
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  it('ranges are not supported: a request for one gets the whole', async () => {
    const { status, headers, body } = await ask(chunk.path, { 'accept-encoding': 'br', range: 'bytes=0-9' });
    expect([status, headers['accept-ranges'], headers['content-range']]).toEqual([200, undefined, undefined]);
    expect(brotliDecompressSync(body)).toEqual(chunk.plain);
  });

  it('the page itself is revalidated each time', async () => {
    for (const path of ['/', '/index.html', '/applications/17']) {
      const { status, headers } = await ask(path, { 'accept-encoding': 'br' });
      expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
    }
  });

  it('the copies have no address of their own', async () => {
    for (const ending of ['.br', '.gz']) expect((await ask(`${chunk.path}${ending}`)).status).toBe(404);
  });

  it('an edition is compressed as it is sent', async () => {
    const programme = JSON.parse(`${(await ask('/api/programme')).body}`) as ProgrammeView;
    const path = `/api/editions/${programme.edition}`;
    const category = `category=${programme.accountForms[0]?.id}`;
    for (const address of [`${path}?${category}`, `${path}?${category}&language=${programme.locale}`]) {
      const plain = await ask(address);
      const packed = await ask(address, { 'accept-encoding': 'br' });
      expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
        undefined,
        'br',
      ]);
      expect(packed.headers['content-type']).toBe(plain.headers['content-type']);
      expect(packed.headers.vary).toBe('Accept-Encoding');
      expect(brotliDecompressSync(packed.body)).toEqual(plain.body);
      expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    }
  });

  it('what everybody gets alike is compressed, the programme too', async () => {
    const packed = await ask('/api/programme', { 'accept-encoding': 'br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(JSON.parse(`${brotliDecompressSync(packed.body)}`)).toEqual(
      JSON.parse(`${(await ask('/api/programme')).body}`),
    );
  });

  it('an edition is kept for ever by the language that it is asked in, and by no other', async () => {
    const programme = JSON.parse(`${(await ask('/api/programme')).body}`) as ProgrammeView;
    const address = `/api/editions/${programme.edition}?category=${programme.accountForms[0]?.id}`;
    const kept = async (path: string) => (await ask(path)).headers['cache-control'];
    expect(await kept(`${address}&language=${programme.locale}`)).toContain('immutable');
    expect(await kept(`${address}&language=xx`)).toBe('no-store');
    expect(await kept(address)).toBe('no-store');
  });

  it('answers about people are not: their length would reveal what is in them', async () => {
    for (const path of ['/api/session', '/api/organisations']) {
      const { headers } = await ask(path, { 'accept-encoding': 'br, gzip' });
      expect(headers['content-encoding']).toBeUndefined();
    }
  });
});
