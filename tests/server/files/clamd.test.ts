import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openClamd, ScannerAway } from '#server/files/index.ts';
import { GARDEN, startServer } from '../../journeys/harness.ts';
import { Stage } from '../../journeys/stage.ts';
import { ClamdPeer, EICAR, pictureWith } from '../../support/clamd-peer.ts';
import { handmadePdf, honestPdf, packed } from '../../support/pdfs.ts';

const infected = {
  plain: () => handmadePdf({ objects: [`<< /Length ${EICAR.length} >>\nstream\n${EICAR}\nendstream`] }),
  packed: () => handmadePdf({ objects: [packed('', EICAR)] }),
};

const thisFile = async () => createReadStream(import.meta.filename);

function isInstalled(): boolean {
  try {
    execFileSync('clamd', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('clamd is not installed: what it says of files is not tried here\n');
    return false;
  }
}

type Clamd = { path: string; port: number; process: ChildProcess };

/** clamd itself, on a socket of its own and on a port, with one signature. */
async function startClamd(folder: string): Promise<Clamd> {
  const path = join(folder, 'clamd.ctl');
  await mkdir(join(folder, 'signatures'));
  const signature = `Eicar-Test-Signature:0:*:${Buffer.from(EICAR).toString('hex')}\n`;
  await writeFile(join(folder, 'signatures', 'own.ndb'), signature);
  const port = await freePort();
  const lines = [
    ...['Foreground yes', `LocalSocket ${path}`, `TCPSocket ${port}`, 'TCPAddr 127.0.0.1'],
    ...[`DatabaseDirectory ${join(folder, 'signatures')}`, `TemporaryDirectory ${folder}`],
  ];
  await writeFile(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  const child = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  // A hook knows no `expect.poll`.
  await vi.waitFor(async () => expect(await readdir(folder)).toContain('clamd.ctl'), 60_000);
  return { path, port, process: child };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.runIf(isInstalled())('clamd', () => {
  let folder: string;
  let clamd: Clamd;
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
    const overTcp = openClamd({ host: '127.0.0.1', port: clamd.port });
    const verdict = async (bytes: Buffer) => {
      const path = join(folder, 'scanned');
      await writeFile(path, bytes);
      return scanner.scan(async () => createReadStream(path));
    };
    expect(await verdict(infected.plain())).toMatch(/Eicar/);
    expect(await verdict(infected.packed())).toMatch(/Eicar/);
    expect(await verdict(await honestPdf(3))).toBeNull();
    expect(await overTcp.scan(async () => Readable.from([infected.plain()]))).toMatch(/Eicar/);
    expect(await overTcp.scan(thisFile)).toBeNull();
    expect(await verdict(Buffer.concat([await honestPdf(1), Buffer.alloc(9_000_000, 'x')]))).toBeNull();
  });

  it('an infected upload is refused and leaves nothing; while the scanner is away it is held', async () => {
    const server = await startServer({ definitions: GARDEN, changes: { clamd: { path: clamd.path } } });
    const stage = await Stage.open(server);
    const gardener = await stage.person('gardener-a');
    const id = await stage.fill(gardener, 'complete');
    const upload = (bytes: Buffer) => {
      const to = new URLSearchParams({ section: 'photos', slot: 'plot', name: 'a.png' });
      return gardener.upload<{ code?: string; state?: string }>(`/api/cases/${id}/files?${to}`, bytes);
    };
    const refused = await upload(pictureWith(EICAR));
    expect([refused.status, refused.body.code]).toEqual([422, 'file-infected']);
    const passed = await upload(pictureWith('a picture'));
    expect([passed.status, passed.body.state]).toEqual([201, undefined]);
    clamd.process.kill('SIGKILL');
    await rm(clamd.path, { force: true });
    const held = await upload(pictureWith(EICAR));
    expect([held.status, held.body.state]).toEqual([201, 'held']);
    expect(await readdir(join(server.folder, 'files', 'tmp'))).toEqual([]);
    await server.stop();
  });
});

it('where nobody listens, nobody says that a file is clean', async () => {
  const scanner = openClamd({ path: '/nowhere/clamd.ctl' });
  await expect(scanner.scan(thisFile)).rejects.toThrow(ScannerAway);
});

describe('a scanner', () => {
  let peer: ClamdPeer;
  beforeEach(async () => {
    peer = await ClamdPeer.make();
    await peer.come();
  });
  afterEach(() => peer.close());

  it('says what it finds, and nothing of an honest file', async () => {
    const scan = (bytes: Buffer) => openClamd(peer.address).scan(async () => Readable.from([bytes]));
    expect(await scan(infected.plain())).toBe('Eicar-Test-Signature');
    expect(await scan(Buffer.alloc(3_000_000, 'x'))).toBeNull();
  });

  it.each(["stream: Can't allocate memory ERROR", 'INSTREAM size limit exceeded. ERROR', ''])(
    'that answers <%s> has given no verdict',
    async (answer) => {
      peer.answer = answer;
      await expect(openClamd(peer.address).scan(thisFile)).rejects.toThrow(ScannerAway);
    },
  );

  it('that hangs up, or does not answer, has given no verdict', async () => {
    peer.before = () => peer.goAway();
    await expect(openClamd(peer.address).scan(thisFile)).rejects.toThrow(ScannerAway);
    await peer.come();
    peer.before = () => new Promise(() => undefined);
    await expect(openClamd(peer.address, 1).scan(thisFile)).rejects.toThrow(/in time/);
  });

  it('gives no verdict on what cannot be read', async () => {
    const scan = openClamd(peer.address).scan(async () => createReadStream('/nowhere'));
    await expect(scan).rejects.toThrow(ScannerAway);
    expect(peer.scanned).toBe(0);
  });
});
