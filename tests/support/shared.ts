import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';
import { buildPages } from './pages.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /**
     * A folder that lasts as long as the run: what takes long to make is made there once and copied by each test that
     * needs it.
     */
    shared: string;
    /** The folder of the built screens. */
    pages: string;
    /** Where the one browser listens. */
    browser: string;
  }
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  `--disable-features=${features()}`,
];

/**
 * Chromium takes the last of these lists alone, so that Playwright's own that matter here stand in it too. The popup of
 * the address bar is a page of its own behind every window: it takes the processor longer than our page does.
 */
function features(): string {
  const ofPlaywright = [
    ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
    ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
    ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin'],
    ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
  ];
  return [...ofPlaywright, 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'].join();
}

/**
 * Before the first file of the browser suite: one browser and one build of the screens for all of them. Gives the way
 * to clean up.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'shenbao-shared-'));
  const executablePath = chromiumPath();
  const server = await chromium.launchServer({ ...(executablePath && { executablePath }), args: FLAGS });
  project.provide('shared', folder);
  project.provide('pages', await pagesIn(folder));
  project.provide('browser', server.wsEndpoint());
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}

/** The screens as `npm test` has just built them, or built here, so that a test never sees yesterday's. */
async function pagesIn(folder: string): Promise<string> {
  if (process.env.PAGES_DIR) return process.env.PAGES_DIR;
  const outDir = join(folder, 'pages');
  const configFile = fileURLToPath(new URL('../../renderer/vite.config.ts', import.meta.url));
  await buildPages({ configFile, build: { outDir, emptyOutDir: true } });
  return outDir;
}
