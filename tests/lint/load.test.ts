import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadProgramme } from '#server/load/index.ts';
import { base } from './base.ts';

let folder = '';

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'programme-'));
  for (const [path, content] of Object.entries(base())) {
    await write(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
});

afterEach(() => rm(folder, { recursive: true }));

describe('loadProgramme', () => {
  it('reads a folder, a byte order mark and all, and passes over what is no part of it', async () => {
    await write('codes/tool.json', `\uFEFF${JSON.stringify(base()['codes/tool.json'])}`);
    await write('notes.txt', 'not read');
    await write('.git/config.json', '{');
    const [edition, ...others] = await loadProgramme(folder);
    expect(others).toEqual([]);
    expect(edition?.problems).toEqual([]);
    expect(edition?.files.map((file) => file.path)).toEqual(Object.keys(base()).sort());
  });

  it('names the line and column of broken JSON', async () => {
    await write('codes/tool.json', '{\n  "id": tool\n}');
    const [edition] = await loadProgramme(folder);
    expect(edition?.problems).toMatchObject([
      { code: 'broken-json', file: 'codes/tool.json', params: { line: 2, column: 9 } },
    ]);
  });

  it('refuses a symbolic link', async () => {
    await symlink('/etc/hostname', join(folder, 'codes/host.json'));
    await expect(loadProgramme(folder)).rejects.toThrow(/codes\/host\.json" is a symbolic link/);
  });

  it('refuses a file that no programme needs', async () => {
    await write('codes/huge.json', ' '.repeat(2 * 1024 * 1024 + 1));
    await expect(loadProgramme(folder)).rejects.toThrow(/huge\.json" is larger than/);
  });

  it('says which folder is missing', async () => {
    await expect(loadProgramme(join(folder, 'nowhere'))).rejects.toThrow(/nowhere/);
  });
});
