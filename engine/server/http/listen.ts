import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Koa from 'koa';

/** How long accepted requests may take to end after a stop was asked for. */
const GRACE = 10_000;

export type Listening = { host: string; port: number; close: () => Promise<void> };

/** Serves the app on a host and port (0 = any that is free). `close` lets accepted requests end, then cuts. */
export async function listen(app: Koa, host: string, port: number): Promise<Listening> {
  const server = createServer(
    { requireHostHeader: true, insecureHTTPParser: false, maxHeaderSize: 16_384 },
    app.callback(),
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
  return { host, port: address.port, close: () => closeGently(server) };
}

function closeGently(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
