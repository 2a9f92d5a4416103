import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer, type Server } from '#server/app.ts';
import type { Config } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { openCycle } from '#server/seed/index.ts';
import { type Kind, migratedDatabase } from '../support/databases.ts';
import { Client } from './client.ts';

export const HEALTH = 'definitions/chongqing-health-titles';
export const GARDEN = 'tests/fixtures/programmes/garden-grants';
export const THEATRE = 'tests/fixtures/programmes/theatre-fund';

export type TestServer = Server & {
  origin: string;
  client: () => Client;
  stop: () => Promise<void>;
  folder: string;
  databaseUrl: string;
};

export type TestOptions = {
  /** null: an empty folder. */
  definitions: string | null;
  kind?: Kind;
  demo?: boolean;
  clock?: (() => Date) | undefined;
  pages?: string;
  /** What of the configuration differs. */
  changes?: Partial<Config>;
  /** Where the log goes; absent: to standard output. */
  logTo?: { write: (line: string) => void };
};

/** The configuration of a server of the tests. */
export function configFor(
  own: Pick<Config, 'databaseUrl' | 'dataDir' | 'definitionsDir' | 'demo'>,
  changes: Partial<Config> = {},
): Config {
  return {
    ...own,
    filesDir: join(own.dataDir, 'files'),
    definitionsSync: 'draft',
    host: '127.0.0.1',
    port: 0,
    appKey: null,
    keyFile: join(changes.dataDir ?? own.dataDir, 'app.key'),
    witnessDir: null,
    production: false,
    publicOrigin: null,
    trustProxy: false,
    chromiumPath: null,
    clamd: null,
    logLevel: 'fatal',
    humanCheckCost: 100,
    registrationsPerHour: 60,
    jobsAtOnce: 2,
    ...changes,
  };
}

/** A real server on a free port with a database and a data folder of its own. */
export async function startServer({
  definitions,
  kind = 'sqlite',
  demo = false,
  clock,
  pages,
  changes = {},
  logTo,
}: TestOptions): Promise<TestServer> {
  const database = await migratedDatabase(kind);
  const folder = await mkdtemp(join(tmpdir(), 'shenbao-http-'));
  const config = configFor(
    { databaseUrl: database.url, dataDir: folder, definitionsDir: definitions, demo },
    changes,
  );
  const server = await openServer({
    config,
    log: createLogger(config, logTo),
    clock,
    ...(pages !== undefined && { pages }),
  });
  // On whatever day the tests run, the cycle is open; a test with a clock of its own says itself when it is.
  if (!clock) await openCycle(server.services);
  const { port } = await server.listen();
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
    await database.drop();
  };
  return { ...server, origin, folder, databaseUrl: database.url, client: () => new Client(origin), stop };
}
