import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { PATIENCE, sharedBrowser } from '../../support/browser.ts';
import { copyOf } from '../../support/once.ts';
import { buildPages } from '../../support/pages.ts';
import { Backend } from './backend.ts';

const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Once in a run, for all files that open it. */
const build = (outDir: string): Promise<void> =>
  buildPages({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    build: { outDir, emptyOutDir: true, minify: false, target: 'es2022' },
  });

/**
 * The small form of the harness for the tests of one file: each test opens it with a backend of its own. `show` names
 * the sections that are drawn.
 */
export function harness(): {
  open: (show?: string) => Promise<{ page: Page; backend: Backend }>;
  backend: () => Backend;
} {
  const suite = sharedBrowser();
  let pages: string;
  let server: Server;
  let context: BrowserContext;
  let backend: Backend;
  let complaints: string[];

  beforeAll(async () => {
    pages = await copyOf('form-harness', build);
    server = createServer((request, response) => {
      const path = join(pages, new URL(request.url ?? '/', 'http://x').pathname);
      const file = existsSync(path) && extname(path) ? path : join(pages, 'index.html');
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'text/html',
        'content-security-policy': CSP,
      });
      response.end(readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    server.close();
    rmSync(pages, { recursive: true, force: true });
  });

  beforeEach(async () => {
    context = await suite.browser().newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(PATIENCE);
    backend = new Backend();
    complaints = [];
  });

  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  const open = async (show?: string) => {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const expected = /status of 409|ERR_INTERNET_DISCONNECTED/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
    });
    await backend.serve(page);
    await page.goto(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/${show ? `?show=${show}` : ''}`,
    );
    await page.getByRole('heading', { name: show ? 'Harness' : 'Person' }).waitFor();
    return { page, backend };
  };
  return { open, backend: () => backend };
}
