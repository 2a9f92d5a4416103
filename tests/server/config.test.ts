import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Environment, readConfig } from '#server/config.ts';

describe('the configuration', () => {
  let folder: string;
  let programme: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-config-'));
    programme = join(folder, 'definitions', 'one');
    await mkdir(programme, { recursive: true });
    await writeFile(join(programme, 'programme.json'), '{}');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = (env: Environment = {}) => readConfig({ DEFINITIONS_DIR: programme, ...env });

  it('needs no variable but the programme', () => {
    expect(read()).toEqual({
      databaseUrl: `sqlite://${resolve('data/shenbao.sqlite')}`,
      definitionsSync: 'draft',
      dataDir: resolve('data'),
      filesDir: resolve('data/files'),
      definitionsDir: programme,
      host: '127.0.0.1',
      port: 8080,
      appKey: null,
      keyFile: resolve('data/app.key'),
      witnessDir: null,
      production: false,
      publicOrigin: null,
      trustProxy: false,
      chromiumPath: null,
      logLevel: 'info',
      demo: false,
      humanCheckCost: 4000,
      registrationsPerHour: 60,
      jobsAtOnce: 2,
      clamd: null,
    });
  });

  it('takes an empty folder for one in which there is no programme yet, and no other', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect(read({ DEFINITIONS_DIR: empty }).definitionsDir).toBeNull();
    await writeFile(join(empty, '.gitkeep'), '');
    expect(read({ DEFINITIONS_DIR: empty }).definitionsDir).toBeNull();
    await writeFile(join(empty, 'notes.txt'), '');
    expect(() => read({ DEFINITIONS_DIR: empty })).toThrow('programme.json');
    expect(() => read({ DEFINITIONS_DIR: join(folder, 'none') })).toThrow('programme.json');
  });

  it('reads every variable', () => {
    const config = read({
      DATABASE_URL: 'mysql://app:pw@db.example.org:3306/forms',
      DATA_DIR: folder,
      FILES_URL: 'file:///srv/evidence%20files',
      DEFINITIONS_DIR: join(folder, 'definitions'),
      HOST: '0.0.0.0',
      PORT: '0',
      APP_KEY: '00'.repeat(32),
      PUBLIC_ORIGIN: 'https://forms.example.org/',
      TRUST_PROXY: 'yes',
      CHROMIUM_PATH: join(programme, 'programme.json'),
      LOG_LEVEL: 'WARN',
      DEMO: '1',
      JOBS_AT_ONCE: '4',
      APP_KEY_FILE: '/srv/keys/app.key',
      WITNESS_DIR: folder,
    });
    expect(config).toMatchObject({
      port: 0,
      jobsAtOnce: 4,
      trustProxy: true,
      demo: true,
      logLevel: 'warn',
      definitionsDir: programme,
    });
    expect(config).toMatchObject({
      filesDir: '/srv/evidence files',
      publicOrigin: 'https://forms.example.org',
    });
    expect(config).toMatchObject({ keyFile: '/srv/keys/app.key', witnessDir: folder, production: true });
    expect(config.appKey).toEqual(Buffer.alloc(32));
  });

  it('names every wrong variable in one error, each with a sentence, and no secret', () => {
    const wrong = {
      DATABASE_URL: 'postgres://x/y',
      DEFINITIONS_DIR: join(folder, 'nowhere'),
      PORT: '70000',
      APP_KEY: 'geheim',
      PUBLIC_ORIGIN: 'https://forms.example.org/app',
      TRUST_PROXY: 'maybe',
      CHROMIUM_PATH: '/no/such/browser',
      WITNESS_DIR: '/no/such/folder',
      LOG_LEVEL: 'loud',
      FILES_URL: 's3://bucket',
      HUMAN_CHECK_COST: '99',
      REGISTRATIONS_PER_HOUR: '0',
    };
    expect(() => readConfig(wrong)).toThrow(Error);
    const message = messageOf(wrong);
    for (const name of Object.keys(wrong)) expect(message).toMatch(new RegExp(`^- ${name}: .+\\.$`, 'm'));
    expect(message).not.toContain('geheim');
  });

  it.each(['sqlite::memory:', 'mysql://host', 'sqlite:', 'forms.sqlite'])(
    'refuses the database %s',
    (DATABASE_URL) => {
      expect(() => read({ DATABASE_URL })).toThrow('DATABASE_URL');
    },
  );

  it('asks for the programme when a folder has several', async () => {
    const second = join(folder, 'definitions', 'two');
    await mkdir(second);
    await writeFile(join(second, 'programme.json'), '{}');
    expect(() => read({ DEFINITIONS_DIR: join(folder, 'definitions') })).toThrow('(one, two): name one');
    await rm(second, { recursive: true });
  });

  function messageOf(env: Environment): string {
    try {
      readConfig(env);
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  }
});
