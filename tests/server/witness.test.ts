import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServer, type Server } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { recordAudit, verifyAudit } from '#server/services/audit/index.ts';
import { audit } from '#server/store/index.ts';
import { GARDEN } from '../journeys/harness.ts';
import { mainly } from '../journeys/kinds.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';

const FILE = 'audit-heads.txt';
const TOGETHER = 'database, key and witness of the audit trail lie together';

describe.each(mainly('sqlite'))('a trail of which the end was cut, on %s', (kind) => {
  let folder: string;
  let elsewhere: string;
  let database: TestDatabase;
  let server: Server | null;
  let lines: { [key: string]: unknown; msg: string }[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-witness-'));
    elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    database = await createDatabase(kind);
    lines = [];
  });
  afterEach(async () => {
    await server?.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(changes: Record<string, string> = {}): Promise<Server> {
    const config = readConfig({
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: database.url,
      DEFINITIONS_DIR: GARDEN,
      PORT: '0',
      ...changes,
    });
    const write = (line: string) => lines.push(JSON.parse(line));
    server = await openServer({ config, log: createLogger(config, { write }) });
    return server;
  }

  async function stop(): Promise<void> {
    await server?.close();
    server = null;
  }

  const append = ({ services }: Server, subject: string) =>
    recordAudit(services, services.db, null, { action: 'event:FIRE', subject });

  /** Six rows, each witnessed on its own; then the last three go, with what the data folder says of them. */
  async function cut(running: Server): Promise<number> {
    const { services } = running;
    for (let n = 1; n <= 6; n += 1) {
      await append(running, `case-${n}`);
      const { seq } = await audit.head(services.db);
      await expect.poll(async () => audit.endOf(await services.auditHeads())).toBe(seq);
    }
    const { seq } = await audit.head(services.db);
    await stop();
    const reopened = await start();
    const sql = (text: string) => reopened.services.db.sequelize.query(text);
    const first = seq - 2;
    await sql(`DELETE FROM audit WHERE seq >= ${first}`);
    const mac = `(SELECT mac FROM audit WHERE seq = ${first - 1})`;
    await sql(`UPDATE audit_head SET seq = ${first - 1}, mac = ${mac}`);
    const witness = join(folder, 'data', FILE);
    const kept = (await readFile(witness, 'utf8'))
      .split('\n')
      .filter((line) => Number.parseInt(line, 10) < first);
    await writeFile(witness, `${kept.join('\n')}\n`);
    await stop();
    return first;
  }

  it('is found by the copy in another folder, and the start says it before it goes on', async () => {
    const first = await cut(await start({ WITNESS_DIR: elsewhere }));
    const { services } = await start({ WITNESS_DIR: elsewhere });
    expect(await verifyAudit(services)).toMatchObject({ ok: false, firstBroken: first });
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 50,
        from: first,
        msg: expect.stringContaining('the audit trail was cut'),
      }),
    );
  });

  it('is found after it has grown again, by the first witnessed row that is another', async () => {
    const first = await cut(await start({ WITNESS_DIR: elsewhere }));
    const running = await start();
    for (let n = 1; n <= 5; n += 1) await append(running, `other-${n}`);
    await stop();
    const { services } = await start({ WITNESS_DIR: elsewhere });
    expect(await verifyAudit(services)).toMatchObject({ ok: false, firstBroken: first });
  });

  it('is found by the lines of the log, laid into the data folder', async () => {
    const first = await cut(await start());
    const log = lines.filter(({ msg }) => msg.startsWith('audit head ')).map((line) => JSON.stringify(line));
    expect((await verifyAudit((await start()).services)).ok).toBe(true);
    await writeFile(join(folder, 'data', 'audit-heads-of-the-log.txt'), log.join('\n'));
    const running = server as Server;
    expect(await verifyAudit(running.services)).toMatchObject({ ok: false, firstBroken: first });
  });

  it('is found where the last row was written anew with the key, and only an older witness says otherwise', async () => {
    const running = await start();
    await append(running, 'case-1');
    const { seq } = await audit.head(running.services.db);
    await expect.poll(async () => audit.endOf(await running.services.auditHeads())).toBe(seq);
    await copyFile(join(folder, 'data', FILE), join(elsewhere, FILE));
    const sql = (text: string) => running.services.db.sequelize.query(text);
    await sql(`DELETE FROM audit WHERE seq = ${seq}`);
    const before = seq === 1 ? `'${'0'.repeat(64)}'` : `(SELECT mac FROM audit WHERE seq = ${seq - 1})`;
    await sql(`UPDATE audit_head SET seq = ${seq - 1}, mac = ${before}`);
    await append(running, 'case-2');
    await stop();
    await rm(join(folder, 'data', FILE));
    const { services } = await start({ WITNESS_DIR: elsewhere });
    expect(await verifyAudit(services)).toMatchObject({ ok: false, firstBroken: seq });
  });

  it('is not called whole while the other folder is away', async () => {
    const { services } = await start({ WITNESS_DIR: elsewhere });
    await rm(elsewhere, { recursive: true });
    await expect(verifyAudit(services)).rejects.toThrow(elsewhere);
  });

  const warned = () => lines.filter(({ msg }) => msg.startsWith(TOGETHER));

  it('a start in production warns where key and witness lie together, and says what to set', async () => {
    await start({ NODE_ENV: 'production' });
    expect(warned()).toHaveLength(1);
    expect(warned()[0]).toMatchObject({ level: 40, together: { key: join(folder, 'data') } });
    expect(warned()[0]?.msg).toContain('Set WITNESS_DIR');
  });

  it('it does not warn where they lie apart, nor where nothing is at stake', async () => {
    await start();
    await stop();
    const keyFile = join(folder, 'keys', 'app.key');
    await mkdir(join(folder, 'keys'));
    await copyFile(join(folder, 'data', 'app.key'), keyFile);
    await start({ NODE_ENV: 'production', WITNESS_DIR: elsewhere, APP_KEY_FILE: keyFile });
    expect(warned()).toEqual([]);
  });
});
