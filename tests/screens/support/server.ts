import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

declare const jsdom: { reconfigure: (settings: { url: string }) => void };

export type Asked = {
  method: string;
  path: string;
  query: Record<string, string>;
  bytes: number;
  /** What was sent as JSON. */
  body: unknown;
};

/** jsdom keeps the origin that it began with, so the page is a stranger to the server. */
const FOREIGN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
};

const open = new Set<Server>();

/**
 * A server behind the page: `answer` gives the JSON for a request, or undefined for 404. Gives everything that was
 * asked, in order. It closes with the test.
 */
export async function serve(answer: (asked: Asked) => unknown): Promise<Asked[]> {
  const log: Asked[] = [];
  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(FOREIGN)) response.setHeader(name, value);
    const asked = await askedOf(request);
    if (asked.method === 'OPTIONS') return response.end();
    log.push(asked);
    const body = answer(asked);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { code: 'not-found', message: 'not found', requestId: 'x' }));
  });
  open.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  jsdom.reconfigure({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  return log;
}

async function askedOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sent = Buffer.concat(chunks);
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? '',
    path: pathname,
    query: Object.fromEntries(searchParams),
    bytes: sent.length,
    body: isJson ? JSON.parse(sent.toString('utf8')) : undefined,
  };
}

afterEach(() => {
  for (const server of open) server.closeAllConnections();
  for (const server of open) server.close();
  open.clear();
});
