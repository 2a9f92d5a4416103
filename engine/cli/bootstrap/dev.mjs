/** `npm run dev`: the server restarts when the engine changes, the screens reload when they change. */
import { ensureChromium, ensurePackages, report, runtimeNode, start } from './prepare.mjs';

ensurePackages();
const chromium = ensureChromium({ tools: false });
const port = process.env.PORT ?? '8080';
const watched = ['engine', 'definitions'].map((folder) => `--watch-path=${folder}`);
start(runtimeNode(), [...watched, 'engine/server/main.ts'], {
  DEMO: process.env.DEMO ?? '1',
  DEFINITIONS_SYNC: process.env.DEFINITIONS_SYNC ?? 'publish',
  PORT: port,
  PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? 'http://127.0.0.1:5173',
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
});
report(`The screens: http://127.0.0.1:5173 (the server behind them: port ${port})`);
start(
  runtimeNode(),
  [
    'node_modules/vite/bin/vite.js',
    '--config',
    'renderer/vite.config.ts',
    '--host',
    '127.0.0.1',
    '--port',
    '5173',
  ],
  {
    API_ORIGIN: `http://127.0.0.1:${port}`,
  },
);
