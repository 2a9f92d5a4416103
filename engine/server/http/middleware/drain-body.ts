import type { IncomingMessage } from 'node:http';
import type { Context, Middleware, Next } from 'koa';

/** A browser sends the whole file, as large as one may be, before it reads why it was refused. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_MS = 60_000;
const LOOK_EVERY = 100;

/**
 * Drains the rest of a request body that no handler reads; cuts the connection where that is too large or takes too
 * long.
 */
export function drainBody(): Middleware {
  return async (ctx: Context, next: Next) => {
    ctx.res.once('finish', () => drain(ctx.req));
    await next();
  };
}

function drain(request: IncomingMessage): void {
  const { socket } = request;
  if (request.complete || !socket || socket.destroyed) return;
  request.resume();
  const most = socket.bytesRead + MOST_BYTES;
  const until = Date.now() + MOST_MS;
  const watching = setInterval(() => {
    const isOver = request.complete || socket.destroyed;
    if (isOver) clearInterval(watching);
    else if (socket.bytesRead > most || Date.now() > until) socket.destroy();
  }, LOOK_EVERY);
}
