import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { Stage } from '../../journeys/stage.ts';

const MEGABYTE = 1024 * 1024;

describe('what no HTTP library would send', () => {
  let server: TestServer;
  let gardener: Client;
  let host: string;
  let place: string;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN });
    gardener = await (await Stage.open(server)).person('gardener-a');
    host = new URL(server.origin).host;
    const made = await gardener.must(
      gardener.post<{ id: string }>('/api/applications', { category: 'plot' }),
    );
    place = `/api/cases/${made.id}/files?section=photos&slot=consent&name=x.pdf`;
  });
  afterAll(() => server?.stop());

  /** Writes to the socket, then gives all that came back until the server closed it. */
  function send(...parts: (string | Buffer)[]): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
      for (const part of parts) socket.write(part);
    });
  }

  const post = (headers: string, body: string): string =>
    `POST /api/session HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\nConnection: close\r\n${headers}\r\n${body}`;
  const get = (target: string, headers = `Host: ${host}\r\n`): string =>
    `GET ${target} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`;

  it.each<[string, () => string | Buffer]>([
    ['a length and chunks', () => post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n')],
    ['two lengths', () => post('Content-Length: 2\r\nContent-Length: 3\r\n', '{}')],
    ['a list of lengths', () => post('Content-Length: 2, 2\r\n', '{}')],
    ['a blank before the colon', () => post('Transfer-Encoding : chunked\r\n', '0\r\n\r\n')],
    ['chunks of an odd name', () => post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n')],
    ['a chunk without measure', () => post('Transfer-Encoding: chunked\r\n', 'FFFFFFFFFFFFFFFFF\r\n{}')],
    ['lines that end in LF alone', () => get('/api/programme').replaceAll('\r\n', '\n')],
    ['a header over two lines', () => get('/api/programme', `Host: ${host}\r\nX: a\r\n b\r\n`)],
    ['two hosts', () => get('/api/programme', `Host: ${host}\r\nHost: evil.example\r\n`)],
    ['no host', () => get('/api/programme', '')],
    ['a target with a host of its own', () => get('http://evil.example/api/programme')],
    ['a target with our host', () => get(`http://${host}/api/programme`)],
    ['a star', () => get('*')],
    ['bytes that are no UTF-8', () => Buffer.from(get('/api/organisations/\xff\xc0\xaf'), 'latin1')],
    ['an overlong slash', () => get('/api/organisations/%C0%AF')],
    ['packed rubbish', () => post('Content-Encoding: gzip\r\nContent-Length: 4\r\n', 'abcd')],
    ['a packing that there is not', () => post('Content-Encoding: zstd\r\nContent-Length: 2\r\n', '{}')],
    ['the hello of another protocol', () => Buffer.from('16030100a5010000a10303', 'hex')],
  ])('is refused: %s', async (_what, wire) => {
    expect(await send(wire())).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('rejects a smuggled second request', async () => {
    const answer = await send(
      post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n') + get('/api/programme'),
    );
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it('refuses headers of 100 KB', async () => {
    expect(await send(get('/api/programme', `Host: ${host}\r\nX: ${'a'.repeat(100_000)}\r\n`))).toMatch(
      /^(HTTP\/1\.1 431 |$)/,
    );
  });

  /** Sends chunks for as long as the server takes them. Gives what it answered before it cut. */
  function endless(path: string, type: string, cookie = ''): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
      const chunk = Buffer.from(`10000\r\n${'a'.repeat(0x10000)}\r\n`);
      let answer = '';
      const pump = (): void => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', pump).on('error', () => undefined);
      socket.on('data', (data) => {
        answer += data.toString('latin1');
      });
      socket.on('close', () => resolve(answer));
      socket.write(
        `PUT ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nCookie: ${cookie}\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      pump();
    });
  }

  it.each<[string, () => Parameters<typeof endless>, number]>([
    ['without a session', () => [place, 'application/octet-stream'], 401],
    ['of JSON', () => ['/api/session/password', 'application/json', gardener.cookie], 413],
    ['of a file', () => [place, 'application/octet-stream', gardener.cookie], 413],
    ['for nobody', () => ['/api/nothing', 'text/plain'], 404],
  ])('a body without end %s is answered, and cut', async (_what, request, status) => {
    expect(await endless(...request())).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('a refused file is read to its end, and the client gets the refusal', async () => {
    const refused = await gardener.upload<{ code: string }>(place, Buffer.alloc(20 * MEGABYTE, '%'));
    expect([refused.status, refused.body.code]).toEqual([413, 'file-too-large']);
  });
});
