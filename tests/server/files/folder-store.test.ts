import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileStore, FileTooLargeError, MissingFileError, openFolderStore } from '#server/files/index.ts';

const LIMIT = 10_485_760;
const bytesOf = (text: string) => Buffer.from(text);
const shaOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('the folder store', () => {
  let folder: string;
  let store: FileStore;
  /** Stands for the rows of a database: how many refer to each content. */
  let rows: Map<string, number>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-files-'));
    rows = new Map();
    store = openFolderStore(folder, async (sha256) => (rows.get(sha256) ?? 0) > 0);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const kept = async () =>
    (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
  const temporary = () => readdir(join(folder, 'tmp'));
  const refer = (sha256: string, by: number) => rows.set(sha256, (rows.get(sha256) ?? 0) + by);

  async function upload(bytes: Buffer) {
    const received = await store.receive(Readable.from([bytes]), LIMIT);
    await store.keep(received, async () => refer(received.sha256, 1));
    return received.sha256;
  }

  it('keeps a file by the hash of its content and gives it back', async () => {
    const bytes = bytesOf('证明');
    const sha256 = await upload(bytes);
    expect(sha256).toBe(shaOf(bytes));
    expect(await kept()).toEqual([join(sha256.slice(0, 2), sha256.slice(2, 4), sha256)]);
    const opened = await store.open(sha256);
    expect([opened.bytes, await buffer(opened.stream)]).toEqual([bytes.length, bytes]);
    const part = await store.open(sha256, { start: 3, end: 5 });
    expect((await buffer(part.stream)).toString()).toBe('明');
    expect(await temporary()).toEqual([]);
  });

  it('accepts files up to the limit, to the byte, and keeps nothing of larger ones', async () => {
    const chunks = (bytes: number) => Readable.from([Buffer.alloc(bytes - 1), Buffer.alloc(1)]);
    const whole = await store.receive(chunks(LIMIT), LIMIT);
    expect(whole.bytes).toBe(LIMIT);
    await store.discard(whole);
    await expect(store.receive(chunks(LIMIT + 1), LIMIT)).rejects.toThrow(FileTooLargeError);
    expect(await temporary()).toEqual([]);
  });

  it('reads a stream without end to the limit, and leaves it open for whoever answers on its socket', async () => {
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += 65_536;
        this.push(Buffer.alloc(65_536));
      },
    });
    await expect(store.receive(endless, 1_000_000)).rejects.toThrow(FileTooLargeError);
    expect(sent).toBeLessThan(3_000_000);
    expect(endless.destroyed).toBe(false);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield bytesOf('half');
        throw new Error('connection lost');
      })(),
    );
    await expect(store.receive(broken, LIMIT)).rejects.toThrow('connection lost');
    expect(await temporary()).toEqual([]);
  });

  it('takes the content out again when its row is refused or fails', async () => {
    const received = await store.receive(Readable.from([bytesOf('x')]), LIMIT);
    expect(await store.keep(received, async () => false)).toBe(false);
    const again = await store.receive(Readable.from([bytesOf('x')]), LIMIT);
    const failing = store.keep(again, () => Promise.reject(new Error('over the quota')));
    await expect(failing).rejects.toThrow('over the quota');
    expect([await kept(), await temporary()]).toEqual([[], []]);
  });

  it('removes content with its last row', async () => {
    const sha256 = await upload(bytesOf('x'));
    await upload(bytesOf('x'));
    refer(sha256, -1);
    await store.remove(sha256);
    expect(await kept()).toHaveLength(1);
    refer(sha256, -1);
    await store.remove(sha256);
    expect(await kept()).toEqual([]);
    await expect(store.open(sha256)).rejects.toThrow(MissingFileError);
  });

  it('never loses content that is uploaded while it is removed', async () => {
    for (let round = 0; round < 50; round += 1) {
      const sha256 = await upload(bytesOf('same'));
      refer(sha256, -1);
      await Promise.all([store.remove(sha256), upload(bytesOf('same')), store.remove(sha256)]);
      expect((await buffer((await store.open(sha256)).stream)).toString()).toBe('same');
      refer(sha256, -1);
      await store.remove(sha256);
    }
  });

  it('sweeps what a crash left behind, and only that', async () => {
    const needed = await upload(bytesOf('needed'));
    const orphan = await upload(bytesOf('orphan'));
    refer(orphan, -1);
    const forgotten = await store.receive(Readable.from([bytesOf('forgotten')]), LIMIT);
    // By the clock of the disk, which is the machine's whatever day the tests run under.
    const written = (await stat(forgotten.path)).mtimeMs;
    expect(await store.sweep(written)).toBe(0);
    const old = new Date(written - 7_200_000);
    for (const name of await kept()) await utimes(join(folder, name), old, old);
    await utimes(forgotten.path, old, old);
    expect(await store.sweep(written)).toBe(2);
    expect((await kept()).map((name) => name.slice(-64))).toEqual([needed]);
    expect(await temporary()).toEqual([]);
  });

  it('makes paths of hashes alone', async () => {
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/x`]) {
      await expect(store.open(name)).rejects.toThrow('no SHA-256');
      await expect(store.remove(name)).rejects.toThrow('no SHA-256');
    }
  });

  it('lets nobody else read what it keeps', async () => {
    const sha256 = await upload(bytesOf('x'));
    const [name = ''] = await kept();
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    expect(shaOf(await readFile(join(folder, name)))).toBe(sha256);
  });
});
