import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openClamd, ScannerAway } from '#server/files/index.ts';
import { GARDEN, startServer } from '../../journeys/harness.ts';
import { Stage } from '../../journeys/stage.ts';
import { handmadePdf, honestPdf, packed } from '../../support/pdfs.ts';

/** The test file of EICAR, in two parts: a scanner of this repository's copy is not to find it here. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const infected = {
  plain: () => handmadePdf({ objects: [`<< /Length ${EICAR.length} >>\nstream\n${EICAR}\nendstream`] }),
  packed: () => handmadePdf({ objects: [packed('', EICAR)] }),
};

/** A picture of one point with something more in it. */
const png = (more: string): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\0\0\0\0', 'latin1'),
    Buffer.from(more),
    Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1'),
  ]);

function isInstalled(): boolean {
  try {
    execFileSync('clamd', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('clamd is not installed: what it says of files is not tried here\n');
    return false;
  }
}

/** clamd itself, on a socket of its own, with one signature. */
async function startClamd(folder: string): Promise<{ path: string; process: ChildProcess }> {
  const path = join(folder, 'clamd.ctl');
  await mkdir(join(folder, 'signatures'));
  const signature = `Eicar-Test-Signature:0:*:${Buffer.from(EICAR).toString('hex')}\n`;
  await writeFile(join(folder, 'signatures', 'own.ndb'), signature);
  const lines = ['Foreground yes', `LocalSocket ${path}`, `DatabaseDirectory ${join(folder, 'signatures')}`];
  await writeFile(join(folder, 'clamd.conf'), `${[...lines, `TemporaryDirectory ${folder}`].join('\n')}\n`);
  const child = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  // A hook knows no `expect.poll`.
  await vi.waitFor(async () => expect(await readdir(folder)).toContain('clamd.ctl'), 60_000);
  return { path, process: child };
}

describe.runIf(isInstalled())('clamd', () => {
  let folder: string;
  let clamd: { path: string; process: ChildProcess };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-clamd-'));
    clamd = await startClamd(folder);
  });
  afterAll(async () => {
    clamd?.process.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('finds what its signatures name, plain and packed, and nothing in an honest file', async () => {
    const scanner = openClamd({ path: clamd.path });
    const verdict = async (bytes: Buffer) => {
      const path = join(folder, 'scanned');
      await writeFile(path, bytes);
      return scanner.scan(path);
    };
    expect(await verdict(infected.plain())).toMatch(/Eicar/);
    expect(await verdict(infected.packed())).toMatch(/Eicar/);
    expect(await verdict(await honestPdf(3))).toBeNull();
    expect(await verdict(Buffer.concat([await honestPdf(1), Buffer.alloc(9_000_000, 'x')]))).toBeNull();
  });

  it('an infected upload is refused and leaves nothing; without the scanner none is let in', async () => {
    const server = await startServer({ definitions: GARDEN, changes: { clamd: { path: clamd.path } } });
    const stage = await Stage.open(server);
    const gardener = await stage.person('gardener-a');
    const id = await stage.fill(gardener, 'complete');
    const [file] = (await stage.view(gardener, id)).files;
    const upload = (bytes: Buffer) => {
      const to = new URLSearchParams({ section: file?.section ?? '', slot: file?.slot ?? '', name: 'a.png' });
      if (file?.row) to.set('row', file.row);
      return gardener.upload<{ code: string }>(`/api/cases/${id}/files?${to}`, bytes);
    };
    const refused = await upload(png(EICAR));
    expect([refused.status, refused.body.code]).toEqual([422, 'file-infected']);
    clamd.process.kill('SIGKILL');
    await rm(clamd.path, { force: true });
    const held = await upload(png('another picture'));
    expect([held.status, held.body.code, held.headers.get('retry-after')]).toEqual([
      503,
      'scanner-away',
      '30',
    ]);
    expect(await readdir(join(server.folder, 'files', 'tmp'))).toEqual([]);
    expect((await stage.view(gardener, id)).files.map(({ id: kept }) => kept)).toContain(file?.id);
    await server.stop();
  });
});

it('where nobody listens, nobody says that a file is clean', async () => {
  const scanner = openClamd({ path: '/nowhere/clamd.ctl' }, { tries: 2, pauseMs: 1 });
  await expect(scanner.scan(import.meta.filename)).rejects.toThrow(ScannerAway);
});
