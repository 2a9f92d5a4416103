import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServer, type Server } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { GARDEN } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';

const MAIN = fileURLToPath(new URL('../../engine/server/main.ts', import.meta.url));

const settings = (dataDir: string, databaseUrl: string): Record<string, string> => ({
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
  DEFINITIONS_DIR: GARDEN,
  PORT: '0',
  LOG_LEVEL: 'silent',
});

describe.each(databaseKinds)('a second server on what another has, on %s', (kind) => {
  const running: ChildProcess[] = [];
  let folders: string[];
  let database: TestDatabase;
  beforeEach(async () => {
    const folder = () => mkdtemp(join(tmpdir(), 'shenbao-two-'));
    folders = [await folder(), await folder()];
    database = await createDatabase(kind);
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await database.drop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  /** A process as it is started in life: what it prints until it listens, or until it has ended. */
  async function start(dataDir: string, databaseUrl: string): Promise<{ child: ChildProcess; text: string }> {
    const env = { ...process.env, ...settings(dataDir, databaseUrl) };
    const child = spawn(process.execPath, [MAIN], { env });
    running.push(child);
    let text = '';
    await new Promise<void>((resolve) => {
      const read = (chunk: Buffer): void => {
        text += chunk.toString();
        if (/^\s+http:\/\/127/m.test(text)) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('close', () => resolve());
    });
    return { child, text };
  }

  /** One in this process, which takes less than a process of its own. */
  async function open(dataDir: string, databaseUrl: string): Promise<Server> {
    const config = readConfig(settings(dataDir, databaseUrl));
    return openServer({ config, log: createLogger(config) });
  }

  const [first, second] = [0, 1].map((at) => () => folders[at] ?? '');

  it('is refused with a sentence, and may begin once the first has died', async () => {
    const one = await start(first?.() ?? '', database.url);
    expect(one.text).toContain('http://127.0.0.1:');
    const sameDatabase = await start(second?.() ?? '', database.url);
    expect(sameDatabase.text).toMatch(/^Another server runs on .*DATA_DIR, FILES_URL and DATABASE_URL/m);
    expect(sameDatabase.child.exitCode).toBe(1);
    const empty = await createDatabase(kind);
    await expect(open(first?.() ?? '', empty.url)).rejects.toThrow(`Another server runs on ${first?.()}`);
    await empty.drop();
    one.child.kill('SIGKILL');
    await new Promise((resolve) => one.child.on('close', resolve));
    await (await open(first?.() ?? '', database.url)).close();
  });
});
