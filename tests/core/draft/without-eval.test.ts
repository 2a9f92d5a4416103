import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { everything } from './broken.ts';
import { folders } from './folders.ts';

const [garden = '', , health = ''] = folders;
const script = fileURLToPath(new URL('./print-everything.ts', import.meta.url));
const strict = ['--disallow-code-generation-from-strings'];
const run = promisify(execFile);

describe('where no code may be compiled from text', () => {
  it('is refused by Node', async () => {
    await expect(run(process.execPath, [...strict, '-e', 'new Function("")'])).rejects.toThrow('EvalError');
  });

  it('a folder is assembled, linted, compiled and tried out, and changes are made and found, with the same result', async () => {
    const { stdout } = await run(process.execPath, [...strict, script], { maxBuffer: 1e9 });
    const found = JSON.parse(stdout);
    expect(found).toEqual(JSON.parse(JSON.stringify(await everything(health, garden))));
    expect(found.sound).toEqual([]);
    expect(found.changed).toMatchObject({ isBack: true, found: [{ kind: 'setText' }] });
    expect(found.cases.length).toBeGreaterThan(10);
    expect(found.cases.filter(({ failures }: { failures: string[] }) => failures.length > 0)).toEqual([]);
    expect(found.broken.every(([problems]: [unknown[]]) => problems.length > 0)).toBe(true);
  });
});
