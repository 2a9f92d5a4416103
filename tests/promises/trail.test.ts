import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyAudit } from '#server/services/audit/index.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { Stage } from '../journeys/stage.ts';
import { report, scale, seeded } from './scale.ts';

const EDITS = scale(40, 1_000);

describe.each(databaseKinds)('P15 on %s', (kind) => {
  let server: TestServer;
  let rows: number;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind });
    const stage = await Stage.open(server);
    await stage.person('gardener-a');
    await stage.person('gardener-b');
    ({ rows } = await verifyAudit(server.services));
    // A hook knows no `expect.poll`.
    await vi.waitFor(async () => expect(await witnessed()).toBe(rows), 30_000);
  });
  afterAll(() => server?.stop());

  const witnessed = async () => (await server.services.auditHeads()).at(-1)?.seq;
  const sql = (text: string) => server.services.db.sequelize.query(text);

  /** Changes the table behind the program's back; gives the change's name. Restores the table afterwards. */
  const CHANGES: Record<string, (at: number, other: number) => string[]> = {
    edit: (at) => [`UPDATE audit SET actorName = 'Somebody else' WHERE seq = ${at}`],
    detail: (at) => [`UPDATE audit SET detail = '{"changed":1}' WHERE seq = ${at}`],
    delete: (at) => [`DELETE FROM audit WHERE seq = ${at}`],
    cut: (at) => [`DELETE FROM audit WHERE seq >= ${at}`],
    cutWithHead: (at) => [
      `DELETE FROM audit WHERE seq >= ${at}`,
      `UPDATE audit_head SET seq = ${at - 1}, mac = COALESCE((SELECT mac FROM audit WHERE seq = ${at - 1}), '${'0'.repeat(64)}')`,
    ],
    swap: (at, other) => [
      `UPDATE audit SET seq = -1 WHERE seq = ${at}`,
      `UPDATE audit SET seq = ${at} WHERE seq = ${other}`,
      `UPDATE audit SET seq = ${other} WHERE seq = -1`,
    ],
    insert: (at) => [
      `INSERT INTO audit SELECT ${rows + 1}, at, actorId, actorName, action, subject, detail, prev, mac FROM audit_copy WHERE seq = ${at}`,
      `UPDATE audit_head SET seq = ${rows + 1}`,
    ],
  };

  it('every change to the trail is found', async () => {
    await sql('CREATE TABLE audit_copy AS SELECT * FROM audit');
    await sql('CREATE TABLE head_copy AS SELECT * FROM audit_head');
    const random = seeded(15);
    const missed: string[] = [];
    const kinds = Object.entries(CHANGES);
    for (let edit = 0; edit < EDITS; edit += 1) {
      const at = 1 + Math.floor(random() * rows);
      const other = (at % rows) + 1;
      const [name, change] = kinds[edit % kinds.length] ?? ['', () => []];
      for (const statement of change(at, other)) await sql(statement);
      if ((await verifyAudit(server.services)).ok) missed.push(`${name} ${at}`);
      for (const statement of [
        'DELETE FROM audit',
        'INSERT INTO audit SELECT * FROM audit_copy',
        'DELETE FROM audit_head',
        'INSERT INTO audit_head SELECT * FROM head_copy',
      ])
        await sql(statement);
    }
    expect((await verifyAudit(server.services)).rows).toBe(rows);
    await report('P15', { mariadb: kind === 'mariadb', edits: EDITS, missed: missed.length, rows });
    expect(missed).toEqual([]);
  }, 1_800_000);

  it('the end of the trail is soon written outside the database', async () => {
    await server.client().prove('/api/session', { username: 'nobody', password: 'Wrong-Horse-7' });
    const { rows: now } = await verifyAudit(server.services);
    await expect.poll(witnessed).toBe(now);
  });
});
