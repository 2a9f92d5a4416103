/**
 * Prepares `npm start`, `npm test` and `npm run dev`: what has to be there before any TypeScript runs.
 * Plain JavaScript without imports from npm, because nothing is installed yet when it is read.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nodeVersion from './node-version.cjs';

const { isRuntime, needNode, refuseNode } = nodeVersion;

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Reports a step on the terminal, so that a long wait is not silent. */
export function report(sentence) {
  console.log(`\u203a ${sentence}`);
}

/** Ends with a sentence that says what is wrong and what to do about it. */
function refuse(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** The environment of everything we start: the project's own tools first on PATH. */
export function environment(extra = {}) {
  const bin = join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function installedFor() {
  const stamp = join(root, 'node_modules', '.installed-for');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
}

/** Installs the locked packages unless exactly these are there already. No package's install script runs. */
export function ensurePackages() {
  needNode();
  if (installedFor() === lockHash()) return;
  report('Installing packages (npm ci) …');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0)
    refuse('npm ci failed. Is the npm registry reachable? Mend that and run the command again.');
  writeFileSync(join(root, 'node_modules', '.installed-for'), lockHash());
}

/** The Node that runs the engine: this one where it is new enough, else the one that came with the packages. */
export function runtimeNode() {
  if (isRuntime()) return process.execPath;
  const bundled = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(bundled) ? bundled : refuseNode();
}

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium that is there, or null. CHROMIUM_PATH goes first. */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && !existsSync(wanted)) refuse(`CHROMIUM_PATH names ${wanted}, but there is no such file.`);
  return wanted ?? BROWSERS.find((path) => existsSync(path)) ?? null;
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function apt(packages) {
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const get = (...words) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', '-qq', ...words], options).status === 0;
  get('update');
  return get('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * Makes sure that there is a browser for PDFs, and the tools with which tests read them.
 * @param {{ tools: boolean }} want - `tools`: poppler too, which reads the printed pages back.
 * @returns {string | null} the browser's path; null where there is none
 */
export function ensureChromium({ tools }) {
  const missing = [];
  if (!findChromium()) missing.push('chromium', 'fonts-noto-cjk');
  if (tools && !existsSync('/usr/bin/pdftotext')) missing.push('poppler-utils');
  if (missing.length > 0 && mayInstall()) {
    report(`Installing ${missing.join(', ')} (apt-get) …`);
    if (!apt(missing)) report(`apt-get could not install ${missing.join(', ')}.`);
  }
  const found = findChromium();
  if (!found)
    report(
      'No Chromium was found: everything but PDF works. Install Chromium or Chrome, or set CHROMIUM_PATH, to print PDFs.',
    );
  return found;
}

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).reduce((latest, entry) => {
    if (!entry.isFile()) return latest;
    return Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }, 0);
}

/** Builds the screens unless the build is newer than every source that goes into it. */
export function ensureBuild() {
  const built = join(root, 'dist', 'renderer', 'index.html');
  const sources = ['renderer', 'admin-ui', 'engine/core'].map((folder) => newest(join(root, folder)));
  const lock = statSync(join(root, 'package-lock.json')).mtimeMs;
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(lock, ...sources)) return;
  report('Building the screens (vite build) …');
  const vite = spawnSync(
    runtimeNode(),
    [
      join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      '--config',
      'renderer/vite.config.ts',
      '--logLevel',
      'warn',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      // Whoever builds under NODE_ENV=test would get screens in which antd gives every part one id.
      env: environment({ NODE_ENV: 'production' }),
    },
  );
  if (vite.status === 0) return;
  const cause =
    vite.error?.message ?? (vite.signal ? `it was ended by ${vite.signal}` : `code ${vite.status}`);
  refuse(`The screens could not be built (${cause}); lines above say more. Run the command again.`);
}

/** Starts a long-running child process that uses our terminal and ends with us. */
export function start(command, args, extra = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(extra) });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return child;
}
