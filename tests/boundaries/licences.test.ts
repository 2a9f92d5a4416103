import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import { root } from './sources.ts';

type Locked = { version?: string; dev?: boolean; optional?: boolean };
type Manifest = { name: string; version: string; license?: unknown; licenses?: unknown };

/** Packages without a licence in their manifest, and why they are accepted. */
const WITHOUT: Record<string, string> = {
  buffers: 'names none itself; the package that ExcelJS takes it with, by the same author, is under MIT/X11',
};

/** May be distributed with our own Apache-2.0 without conditions on our code. */
const FREE =
  /^(MIT|MIT\/X11|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Zlib|OFL-1\.1|Python-2\.0)$/;

const packages: Record<string, Locked> = lock.packages;
/** What is installed of the production tree: a package for another machine is locked and not there. */
const installed = Object.entries(packages)
  .filter(([path, { dev }]) => path.startsWith('node_modules/') && dev !== true)
  .map(([path, { optional }]) => ({ path, optional, file: join(root, path, 'package.json') }));
const manifests = installed
  .filter(({ file }) => existsSync(file))
  .map(({ file }) => JSON.parse(readFileSync(file, 'utf8')) as Manifest);

/** The licence as SPDX writes it; older manifests have an object, or a list of them to choose from. */
function licenceOf({ license, licenses }: Manifest): string {
  const names = [license ?? licenses ?? ''].flat().map((one) => (isTyped(one) ? one.type : String(one)));
  return names.join(' OR ');
}

const isTyped = (one: unknown): one is { type: string } =>
  typeof one === 'object' && one !== null && 'type' in one && typeof one.type === 'string';

/** `A OR B` asks for one that is free, `A AND B` for all. */
const isFree = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => FREE.test(one.trim())));

describe('licences of what is distributed', () => {
  it('sees the packages', () => {
    const missing = installed.filter(({ file, optional }) => optional !== true && !existsSync(file));
    expect(missing.map(({ path }) => path)).toEqual([]);
    expect(manifests.length).toBeGreaterThan(300);
  });

  it('tells a free licence from one with conditions on our code', () => {
    expect(['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)'].filter(isFree)).toHaveLength(3);
    expect(['GPL-3.0', 'AGPL-3.0-only', 'LGPL-3.0', 'MIT AND GPL-2.0', ''].filter(isFree)).toEqual([]);
  });

  it('every package has a free one', () => {
    const others = manifests.filter((one) => !isFree(licenceOf(one)) && !(one.name in WITHOUT));
    expect(others.map((one) => `${one.name}: ${licenceOf(one) || 'none'}`)).toEqual([]);
  });

  it('the list of packages without a licence names no other', () => {
    const silent = manifests.filter((one) => licenceOf(one) === '').map(({ name }) => name);
    expect(silent.sort()).toEqual(Object.keys(WITHOUT).sort());
  });
});

/** The first versions without known vulnerabilities; a comment names each. */
const FLOORS: Record<string, string> = {
  // Host header with @ parsed wrongly, open redirect.
  koa: '3.1.2',
  // Code run through a template's syntax tree, decorators that never end.
  handlebars: '4.7.10',
  // Patterns taken from data.
  ajv: '8.18.0',
  // SQL through the casts of JSON paths.
  sequelize: '6.37.8',
  // Code run through what the database server answers.
  mysql2: '3.9.8',
};
/** The write-ahead log could be reset under a second connection. */
const SQLITE_FLOOR = '3.51.3';

const isAtLeast = (version: string, floor: string): boolean =>
  version.localeCompare(floor, 'en', { numeric: true }) >= 0;

describe('no package is older than the version that fixed a known vulnerability', () => {
  it('compares versions by their numbers', () => {
    expect(isAtLeast('3.10.0', '3.9.8')).toBe(true);
    expect(isAtLeast('4.7.9', '4.7.10')).toBe(false);
  });

  it.each(Object.entries(FLOORS))('%s is %s or newer wherever it is installed', (name, floor) => {
    const versions = manifests.filter((one) => one.name === name).map(({ version }) => version);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it(`SQLite is ${SQLITE_FLOOR} or newer`, () => {
    const [row] = new Database(':memory:').prepare('SELECT sqlite_version() AS version').all();
    expect(row).toEqual({ version: expect.stringMatching(/^3\.\d+\.\d+$/) });
    const { version } = row as { version: string };
    expect(isAtLeast(version, SQLITE_FLOOR), version).toBe(true);
  });
});
