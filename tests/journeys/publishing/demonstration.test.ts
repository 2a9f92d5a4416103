import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#core/change/index.ts';
import type { SourceFiles } from '#core/model/wire/index.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, draftWith, type Officers, officersOf } from './publish.ts';

const CYCLE = '2026H2';
/** Registrations ask for less, for more, and by another name; one section of the application is gone. */
const CHANGES: Change[] = [
  { kind: 'removeField', section: 'person', field: 'email' },
  {
    ...{ kind: 'addField', section: 'person', field: 'motto', isRequired: true },
    schema: { type: 'string', title: 'Motto', maxLength: 40 },
  },
  { kind: 'renameField', section: 'details', field: 'plots', to: 'beds' },
  { kind: 'removeField', section: 'plan', field: 'remarks', cycle: CYCLE },
];

describe.each(mainly('sqlite'))('a demonstration of what was published, on %s', (kind) => {
  let folder: string;
  let server: TestServer;
  let officers: Officers;
  let now = new Date('2026-07-10T12:00:00Z');
  let files: SourceFiles['files'] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-shown-'));
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('follows the changes of registrations, so that they are published', async () => {
    const stage = await Stage.open(server);
    officers = await officersOf(stage);
    const id = await draftWith(officers.author, CYCLE, CHANGES);
    now = new Date(now.getTime() + 60_000);
    const published = await approve(stage, officers, id);
    expect(published.status, published.text).toBe(200);
    const path = `/api/publications/${CYCLE}/files`;
    files = (await officers.author.must(officers.author.get<SourceFiles>(path))).files;
    const shown = files.find((file) => file.path === 'demo.json')?.text ?? '';
    expect([shown.includes('"email"'), shown.includes('"motto"'), shown.includes('"beds"')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is played to its end on a server that begins with it', async () => {
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const lines: string[] = [];
    const second = await startServer({
      ...{ definitions: folder, kind, demo: true, clock: () => now },
      ...{ changes: { logLevel: 'error' }, logTo: { write: (line: string) => void lines.push(line) } },
    });
    expect(lines).toEqual([]);
    const names = second.seeded.map(({ username }) => username);
    for (const name of ['north-gardens', 'quay-gardens', 'gardener-a', 'gardener-b'])
      expect(names).toContain(name);
    await second.stop();
  });
});
