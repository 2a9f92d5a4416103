import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';

/** Kilobytes of JavaScript, as they travel, until an applicant has a form on the screen. */
const BUDGET = 450;

const ENTRIES = ['index.html', 'desks/applicant/index.tsx'];

async function main(): Promise<void> {
  const outDir = await mkdtemp(join(tmpdir(), 'shenbao-bundle-'));
  try {
    const configFile = fileURLToPath(new URL('../renderer/vite.config.ts', import.meta.url));
    await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true, manifest: true } });
    const manifest: Manifest = JSON.parse(await readFile(join(outDir, '.vite', 'manifest.json'), 'utf8'));
    await report(outDir, [...filesOf(manifest, ENTRIES)]);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

async function report(outDir: string, files: string[]): Promise<void> {
  const sizes = await Promise.all(files.map((file) => gzipped(join(outDir, file))));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  for (const [index, file] of files.entries()) line(file, sizes[index] ?? 0);
  line(`applicant's first form, budget ${BUDGET} KB: ${total <= BUDGET ? 'yes' : 'NO'}`, total);
}

const line = (what: string, size: number): boolean =>
  process.stdout.write(`${what.padEnd(48)} ${size.toFixed(1).padStart(7)} KB gzip\n`);

const gzipped = async (file: string): Promise<number> => gzipSync(await readFile(file)).length / 1024;

/** The files of these entries and of everything that they import at once. Throws where the build has no such entry. */
function filesOf(manifest: Manifest, entries: string[]): Set<string> {
  const found = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build has no entry ${key}`);
    if (found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return found;
}

await main();
