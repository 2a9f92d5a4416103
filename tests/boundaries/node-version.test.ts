import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { root } from './sources.ts';

const WANTED = Number(/\d+/.exec(manifest.engines.node)?.[0]);

const majorOf = (version: string): number => Number(version.split('.')[0]);

/** Runs a script by a Node that believes to be of this version. */
function runAs(version: string, script: string) {
  const pretend = `data:text/javascript,Object.defineProperty(process, 'version', { value: '${version}' });Object.defineProperty(process.versions, 'node', { value: '${version.slice(1)}' })`;
  return spawnSync(process.execPath, ['--import', pretend, join(root, script)], {
    encoding: 'utf8',
    env: {},
  });
}

const sentence = (version: string): string =>
  `Shenbao runs on Node ${WANTED}, this is ${version}: install Node ${WANTED} and run the command again.`;

describe('one version of Node', () => {
  it('is the one that comes with the packages', () => {
    expect(manifest.engines.node).toMatch(/^>=\d+$/);
    const bundled = Object.entries(manifest.optionalDependencies).filter(([name]) =>
      name.startsWith('node-'),
    );
    expect(bundled.length).toBeGreaterThan(2);
    expect(bundled.filter(([, version]) => majorOf(version) !== WANTED)).toEqual([]);
    expect(majorOf(manifest.devDependencies['@types/node'])).toBe(WANTED);
  });

  it.each(['README.md', 'README.zh-CN.md'])('is the only one in %s', (file) => {
    const named = [...readFileSync(join(root, file), 'utf8').matchAll(/Node (\d+)/g)].map(
      ([, major]) => major,
    );
    expect(new Set(named)).toEqual(new Set([String(WANTED)]));
  });

  it.each(['v10.24.1', 'v16.20.2', 'v18.20.8'])(
    'is asked for by the start command on %s, in one sentence',
    (old) => {
      const { status, stdout, stderr } = runAs(old, 'engine/cli/bootstrap/run.cjs');
      expect([status, stdout, stderr.trim()]).toEqual([1, '', sentence(old)]);
    },
  );

  it('is asked for by the server, in the same sentence', () => {
    const { status, stdout, stderr } = runAs('v22.18.0', 'engine/server/main.ts');
    expect([status, stdout, stderr.trim()]).toEqual([1, '', sentence('v22.18.0')]);
  });
});
