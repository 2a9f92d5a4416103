import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };

/** Mode and path of what git has of a file, as it will lie in a fresh clone. */
const inGit = (path: string): string =>
  execFileSync('git', ['ls-files', '--stage', '--', path], { encoding: 'utf8' });

describe('the commands of the package', () => {
  // Installing gives each of them the run bit: without it in git, `git status` is never clean again.
  it.skipIf(!existsSync('.git')).each(Object.values(bin))('%s may be run in a fresh clone', (path) => {
    expect(inGit(path)).toMatch(/^100755 /);
    expect(readFileSync(path, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
