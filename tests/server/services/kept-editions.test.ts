import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '#core/compile/index.ts';
import type { Definition } from '#core/model/index.ts';
import { openServer } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { openEditions } from '#server/services/editions/index.ts';
import { type EditionRecord, editions } from '#server/store/index.ts';
import { editionTable } from '#server/store/repositories/editions.ts';
import { update } from '#server/store/rows.ts';
import { changeFiles } from '../../journeys/changed.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { databaseKinds } from '../../journeys/kinds.ts';
import { Stage } from '../../journeys/stage.ts';

describe.each(databaseKinds)('an edition read back from %s', (kind) => {
  let server: TestServer;
  let hash: string;
  let kept: Definition;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind });
    const stage = await Stage.open(server);
    await stage.person('gardener-a');
    hash = stage.edition.hash;
    kept = (await editions.get(db(), hash))?.definition as Definition;
  });
  afterAll(() => server?.stop());

  const db = () => server.services.db;
  /** As another process reads it, which has opened nothing yet. */
  const opened = (name = hash) => openEditions(db(), () => new Date(), kept.programme.id).get(name);
  const write = (changes: Partial<EditionRecord>) => update(db(), editionTable, { hash }, changes);

  it('opens as it was published', async () => {
    expect((await opened()).definition).toEqual(kept);
  });

  const CHANGES: [string, (definition: Definition) => Definition][] = [
    ['a title', (one) => ({ ...one, programme: { ...one.programme, title: 'Other grants' } })],
    ['a case, which its name does not count', (one) => ({ ...one, cases: [{ id: 'x' }] as never })],
    ['a demonstration, which its name does not count', (one) => ({ ...one, demo: {} as never })],
  ];

  it.each(CHANGES)('is refused when somebody has written into it: %s', async (_what, change) => {
    const changed = change(structuredClone(kept));
    await write({ definition: changed });
    await expect(opened()).rejects.toThrow(
      `The table editions, row ${hash}: what it holds has the hash ${contentHash(changed)}`,
    );
    await write({ definition: kept });
    await opened();
  });

  it('is refused when it was given to another cycle', async () => {
    const { cycle } = kept.edition;
    await write({ cycle: '1999' });
    await expect(opened()).rejects.toThrow(`row ${hash}: its row says cycle <1999>`);
    await write({ cycle: cycle.id });
  });

  it('is refused when it is no JSON any more', async () => {
    await db().sequelize.query(`UPDATE editions SET definition = '{"half' WHERE hash = '${hash}'`);
    await expect(opened()).rejects.toThrow(`row ${hash}: its definition is no JSON`);
    await write({ definition: kept });
  });

  it('is linted, also when its name fits: what is wrong is said with its place', async () => {
    const wrong = structuredClone(kept);
    wrong.expressions.push({ id: 'of-nobody', title: 'Of nobody', params: [], logic: { nobody: [1] } });
    const name = contentHash(wrong);
    await editions.keep(db(), {
      hash: name,
      programme: wrong.programme.id,
      cycle: wrong.edition.cycle.id,
      definition: wrong,
    });
    const place = `/expressions/${wrong.expressions.length - 1}/logic`;
    await expect(opened(name)).rejects.toThrow(
      new RegExp(`row ${name}: this version of the engine cannot serve it.*\n- ${place}`),
    );
  });

  it('is refused when it has not even the shape of a definition', async () => {
    const shapeless = { programme: { id: 'p' }, edition: { cycle: { id: '1' } } } as Definition;
    const name = contentHash(shapeless);
    await editions.keep(db(), { hash: name, programme: 'p', cycle: '1', definition: shapeless });
    await expect(opened(name)).rejects.toThrow(`row ${name}: this version of the engine cannot serve it`);
  });
});

describe('a start beside editions that cases are on', () => {
  let folder: string;
  let hash: string;
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-kept-'));
    url = `sqlite://${join(folder, 'kept.sqlite')}`;
    await cp(GARDEN, join(folder, 'programme'), { recursive: true });
    const changes = { databaseUrl: url, dataDir: folder, filesDir: join(folder, 'files') };
    const server = await startServer({ definitions: join(folder, 'programme'), changes });
    const stage = await Stage.open(server);
    await stage.person('gardener-a');
    hash = stage.edition.hash;
    await write(server, "REPLACE(definition, 'Garden', 'Harden')");
    await server.close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const write = (server: Pick<TestServer, 'services'>, value: string) =>
    server.services.db.sequelize.query(`UPDATE editions SET definition = ${value} WHERE hash = '${hash}'`);

  const start = async () => {
    const config = readConfig({
      DATA_DIR: folder,
      DATABASE_URL: url,
      DEFINITIONS_DIR: join(folder, 'programme'),
      DEFINITIONS_SYNC: 'publish',
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    const server = await openServer({ config, log: createLogger(config) });
    await server.close();
  };

  it('stops before anybody is served, when the edition of the folder itself was changed in the store', async () => {
    await expect(start()).rejects.toThrow(`row ${hash}: what it holds has the hash`);
  });

  it('stops too when an older edition was', async () => {
    await changeFiles(join(folder, 'programme'), {
      'programme.json': (programme) => {
        programme.shortTitle = 'Plots';
      },
    });
    await expect(start()).rejects.toThrow(`row ${hash}: what it holds has the hash`);
  });
});
