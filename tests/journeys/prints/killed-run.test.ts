/** A print run whose process dies in the middle is made by another, from the beginning, and leaves one file. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Created, PrintRun, PrintRunList } from '#core/model/wire/index.ts';
import { isFull } from '../../promises/scale.ts';
import { createDatabase, type TestDatabase } from '../../support/databases.ts';
import type { Client } from '../client.ts';
import { configFor, GARDEN, startServer, type TestServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Mortal } from '../publishing/mortal.ts';
import { Stage } from '../stage.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const NOW = new Date('2026-07-10T12:00:00Z');
const PEOPLE = 6;

describe.runIf(isFull && existsSync(CHROMIUM)).each(databaseKinds)(
  'a print run of a process that dies, on %s',
  (kind) => {
    let folder: string;
    let database: TestDatabase;
    let server: TestServer;
    let mortal: Mortal;
    let association: Client;
    let id: string;
    const changes = () => ({
      databaseUrl: database.url,
      dataDir: folder,
      filesDir: join(folder, 'files'),
      chromiumPath: CHROMIUM,
    });
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'killed-run-'));
      database = await createDatabase(kind);
      // Nothing is printed here: what is asked for waits.
      server = await startServer({
        definitions: GARDEN,
        kind: 'sqlite',
        clock: () => NOW,
        changes: { ...changes(), jobsAtOnce: 0 },
      });
      const stage = await Stage.open(server);
      association = await stage.organisation('north-gardens');
      for (let number = 0; number < PEOPLE; number += 1) await handIn(stage, number);
      const queue = { route: 'application', queue: 'todo' };
      ({ id } = await association.must(
        association.post<Created>('/api/print-runs', { sheet: 'card', form: 'pdf', queue }),
      ));
      await server.close();
      const config = configFor(
        { ...changes(), definitionsDir: GARDEN, demo: false },
        { ...changes(), port: Number(new URL(server.origin).port), jobsAtOnce: 1 },
      );
      mortal = new Mortal(config, NOW);
    });
    afterAll(async () => {
      await mortal?.kill();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    });

    async function handIn(stage: Stage, number: number): Promise<void> {
      const person = { name: `Person ${number}`, cardNumber: `KR${100_000 + number}` };
      const who = await stage.person('gardener-a', `killed-${number}`, person);
      await stage.fire(who, await stage.fill(who, 'complete'), 'SUBMIT');
    }
    const run = async (): Promise<PrintRun | undefined> =>
      (await association.must(association.get<PrintRunList>('/api/print-runs'))).runs.find(
        (one) => one.id === id,
      );
    const stored = (): string[] =>
      readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile() && /^[0-9a-f]{64}$/.test(one.name))
        .map(({ name }) => name);

    it('is taken up by the next one, and holds everybody once', { timeout: 400_000 }, async () => {
      const before = stored().length;
      await mortal.start();
      const isInTheMiddle = async () => {
        const { status, done } = (await run()) ?? {};
        return status === 'running' && (done ?? 0) >= 1;
      };
      await expect.poll(isInTheMiddle, { timeout: 120_000, interval: 20 }).toBe(true);
      await mortal.kill();
      expect(stored()).toHaveLength(before);
      await mortal.later(10);
      await mortal.start();
      const status = async () => {
        // What did not succeed on a busy machine is due again a little later.
        await mortal.later(1);
        return (await run())?.status;
      };
      await expect.poll(status, { timeout: 240_000, interval: 5000 }).toBe('done');
      expect(await run()).toMatchObject({ printed: PEOPLE, cases: PEOPLE });
      const response = await fetch(`${server.origin}/api/print-runs/${id}/file`, {
        headers: { cookie: association.cookie },
      });
      const document = await getDocument({ data: new Uint8Array(await response.arrayBuffer()) }).promise;
      expect(await document.getOutline()).toHaveLength(PEOPLE);
      expect(document.numPages).toBe(PEOPLE);
      expect(stored()).toHaveLength(before + 1);
    });
  },
);
