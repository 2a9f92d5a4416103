import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { contentHash } from '#core/compile/index.ts';
import type { Definition, SourceFile } from '#core/model/index.ts';
import { filesOf, sourceOf } from '#server/services/editions/index.ts';
import { type Database, editions, programmes, publications, sources } from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';

const CHILD = fileURLToPath(new URL('./publish-child.ts', import.meta.url));
const KILLS = 2;

const file = (path: string, json: object): SourceFile => ({ path, json: json as never });

describeOnDatabases('what is published', (db, _kind, url) => {
  it('is whole after every kill -9: the log, its end and the edition that is served agree', async () => {
    const [one, other] = [await keep(db(), 'one'), await keep(db(), 'other')];
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      acknowledged = Math.max(acknowledged, await publishUntilKilled([url(), one, other]));
      const log = (await publications.list(db(), 'p')).map(({ number }) => number).sort((a, b) => a - b);
      expect(log).toEqual(log.map((_, index) => index + 1));
      expect(log.length).toBeGreaterThanOrEqual(acknowledged);
      expect((await programmes.get(db(), 'p'))?.version).toBe(log.length);
      const list = await editions.list(db(), 'p');
      const served = list.filter(({ status }) => status === 'published').map(({ hash }) => hash);
      expect(served).toEqual([(await publications.last(db(), 'p', '1'))?.edition]);
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
  });

  it('keeps files by their content, and names them by paths and bytes', async () => {
    const files = [
      file('b.json', { y: 1, x: 2 }),
      file('a.json', { y: 1, x: 2 }),
      { path: 'c.hbs', text: ' <p>' },
    ];
    const taken = sourceOf(files);
    await sources.keep(db(), taken.source, taken.files);
    await sources.keep(db(), taken.source, taken.files);
    const read = filesOf(await sources.files(db(), taken.source));
    expect(read.map(({ path, text }) => [path, text])).toEqual([
      ['a.json', '{ "y": 1, "x": 2 }\n'],
      ['b.json', '{ "y": 1, "x": 2 }\n'],
      ['c.hbs', ' <p>'],
    ]);
    expect(sourceOf(read).source).toBe(taken.source);
    expect(sourceOf([...files].reverse()).source).toBe(taken.source);
    const turned = [file('b.json', { x: 2, y: 1 }), ...files.slice(1)];
    expect(sourceOf(turned).source).not.toBe(taken.source);
    expect(await sources.files(db(), 'nothing')).toEqual([]);
  });

  it('has a manifest where one is promised, which follows from the files', () => {
    const promised = [file('programme.json', { manifest: true }), file('codes/a.json', {})];
    const { source, files } = sourceOf([...promised, file('manifest.json', { files: ['gone.json'] })]);
    expect(sourceOf(promised).source).toBe(source);
    const manifest = filesOf(files).find(({ path }) => path === 'manifest.json');
    expect(manifest?.json).toEqual({ files: ['codes/a.json', 'programme.json'] });
  });
});

async function keep(db: Database, name: string): Promise<string> {
  const definition = { name } as unknown as Definition;
  const hash = contentHash(definition);
  await editions.keep(db, { hash, programme: 'p', cycle: '1', definition });
  return hash;
}

/** The last number that the child had seen acknowledged when it was killed. */
async function publishUntilKilled(words: string[]): Promise<number> {
  const child = spawn(process.execPath, [CHILD, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    if (printed.split('\n').length > 5 + Math.random() * 10) child.kill('SIGKILL');
  }
  return Number(printed.trim().split('\n').at(-1));
}
