import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type Koa from 'koa';

/** How long accepted requests may take to end after a stop was asked for. */
const GRACE = 10_000;
/** How long requests that were on their way are still accepted; connections from before are told that they end. */
const LINGER = 250;
/** Turns of the event loop in which connections that have already arrived are accepted and read. */
const TURNS = 5;

/** A server that listens; `close` lets requests under way end. */
export type Listening = { host: string; port: number; close: () => Promise<void> };

/** Serves the app on a host and port (0 = any that is free). `close` lets accepted requests end, then cuts. */
export async function listen(app: Koa, host: string, port: number): Promise<Listening> {
  const ending = connectionsThatEnd(app.callback());
  const server = createServer(
    { requireHostHeader: true, insecureHTTPParser: false, maxHeaderSize: 16_384 },
    ending.answer,
  );
  server.headersTimeout = 15_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 5_000;
  server.maxRequestsPerSocket = 1_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    ending.begin();
    await pause(LINGER);
    for (let left = TURNS; left > 0; left -= 1) await turn();
    await closeGently(server);
  };
  return { host, port: address.port, close };
}

/**
 * Answers as `answer` does; from `begin` on every answer is the last of its connection. A client that goes on over
 * kept connections would otherwise keep the server from ending, and be cut in the middle of a request.
 */
function connectionsThatEnd(answer: RequestListener): { answer: RequestListener; begin: () => void } {
  const open = new Set<ServerResponse>();
  let ending = false;
  const end = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  return {
    answer: (request, response) => {
      open.add(response);
      response.once('close', () => open.delete(response));
      if (ending) end(response);
      answer(request, response);
    },
    begin: () => {
      ending = true;
      for (const response of open) end(response);
    },
  };
}

function closeGently(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), LINGER);
    const cut = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
