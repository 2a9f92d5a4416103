#!/usr/bin/env node
/**
 * The entry of the command line: plain JavaScript that any Node can run. The engine itself is TypeScript for
 * Node 24; on an older Node this starts again on the one that came with the packages.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environment, findChromium, runtimeNode } from './bootstrap/prepare.mjs';

const node = runtimeNode();
if (node === process.execPath) {
  process.env.CHROMIUM_PATH = findChromium() ?? '';
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawnSync(node, args, { stdio: 'inherit', env: environment() });
  process.exitCode = child.status ?? 1;
}
