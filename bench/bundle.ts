/** What the screens weigh on the wire, chunk by chunk, until somebody can log in and until a form is drawn. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIRST_FORM, filesFor, LOGIN, weightOf } from '../tests/browser/harness/weights.ts';
import { buildPages } from '../tests/support/pages.ts';

const BUDGETS = [
  { what: 'login', entries: LOGIN, most: 105 },
  { what: "applicant's first form", entries: FIRST_FORM, most: 320 },
];

const outDir = await mkdtemp(join(tmpdir(), 'shenbao-bundle-'));
try {
  const configFile = fileURLToPath(new URL('../renderer/vite.config.ts', import.meta.url));
  await buildPages({ configFile, build: { outDir, emptyOutDir: true } });
  for (const { what, entries, most } of BUDGETS) report(what, entries, most);
} finally {
  await rm(outDir, { recursive: true, force: true });
}

function report(what: string, entries: string[], most: number): void {
  const files = filesFor(outDir, entries).map((file) => ({ file, kb: weightOf(outDir, file) / 1000 }));
  const total = files.reduce((sum, { kb }) => sum + kb, 0);
  for (const { file, kb } of files.toSorted((a, b) => b.kb - a.kb)) line(file, kb);
  line(`${what}, budget ${most} KB: ${total <= most ? 'yes' : 'NO'}`, total);
}

function line(what: string, kb: number): void {
  process.stdout.write(`${what.padEnd(52)} ${kb.toFixed(1).padStart(7)} KB\n`);
}
