/** `npm start`: from a fresh clone to a running system with a demonstration in it. */
import { ensureBuild, ensureChromium, ensurePackages, report, runtimeNode, start } from './prepare.mjs';

ensurePackages();
const chromium = ensureChromium({ tools: false });
ensureBuild();
report('Starting the server …');
const server = start(runtimeNode(), ['engine/server/main.ts'], {
  DEMO: process.env.DEMO ?? '1',
  DEFINITIONS_SYNC: process.env.DEFINITIONS_SYNC ?? 'publish',
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
});
server.on('exit', (code) => process.exit(code ?? 1));
