import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage } from '#core/model/wire/index.ts';
import { verifyAudit } from '#server/services/audit/index.ts';
import type { Client } from '../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../journeys/harness.ts';
import { mainly } from '../journeys/kinds.ts';
import { Stage } from '../journeys/stage.ts';
import { withSequence } from '../support/resident-number.ts';
import { everyRow } from './dump.ts';
import { report } from './scale.ts';

const PERSON = 'pending-own-gp';
const TYPED = { name: '金丝雀', mobile: '13900091234' };
const CORRECTED = {
  name: '金丝雀甲',
  formerName: '曾用金丝雀',
  nativePlace: '金丝雀坝',
  mobile: '13900095678',
};
const LOOKED_FOR = { name: '金丝', unit: '金丝雀医院' };

describe.each(mainly('sqlite'))('P34 of corrections and exports on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let unit: Client;
  let auditor: Client;
  let id: string;
  let number: string;
  const written: string[] = [];
  beforeAll(async () => {
    const logTo = { write: (line: string) => void written.push(line) };
    server = await startServer({ definitions: HEALTH, kind, changes: { logLevel: 'debug' }, logTo });
    stage = await Stage.open(server);
    const one = stage.demo.people.find((person) => person.id === PERSON);
    if (!one) throw new Error(`the demonstration has no person "${PERSON}"`);
    number = withSequence(String((one.sections.person as { idNumber?: string }).idNumber), 58);
    unit = await stage.organisation(one.under);
    auditor = await stage.able('audit');
    const body = await stage.registration('canary', one, { ...TYPED, idNumber: number });
    ({ id } = await unit.must(server.client().prove<{ id: string }>('/api/registrations', body)));
    const { sections } = await stage.view(unit, id);
    const known = sections.person?.value as object;
    await stage.save(unit, id, 'person', { ...known, ...CORRECTED });
    await unit.download('/api/rosters/review', {
      queue: 'pending',
      filters: { ...LOOKED_FOR, idNumber: number, formCategory: 'clinical' },
    });
  });
  afterAll(() => server?.stop());

  const lines = async (action: string) =>
    (await auditor.must(auditor.get<AuditPage>(`/api/audit?action=${action}`))).rows;

  async function everywhere(): Promise<string> {
    const { sequelize } = server.services.db;
    await sequelize.query(kind === 'sqlite' ? 'PRAGMA wal_checkpoint(TRUNCATE)' : 'SELECT 1');
    const found = await readdir(server.folder, { recursive: true, withFileTypes: true });
    const paths = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const database = kind === 'sqlite' ? [server.databaseUrl.replace('sqlite://', '')] : [];
    const onDisk = await Promise.all([...paths, ...database].map((path) => readFile(path, 'utf8')));
    return [...(await everyRow(server.services.db)), ...onDisk, ...written].join('\n');
  }

  const personal = () => [
    ...Object.values(TYPED),
    ...Object.values(CORRECTED),
    ...Object.values(LOOKED_FOR),
    number,
  ];
  const left = (text: string) => personal().filter((one) => text.includes(one));

  it('the auditor reads what a desk has changed, from what and into what; sensitive values masked', async () => {
    const [line] = await lines('correct');
    expect(line).toMatchObject({ subject: id, detail: { by: 'approver', section: 'person' } });
    expect(line?.detail.changes).toContainEqual({ path: '/name', before: TYPED.name, after: CORRECTED.name });
    const changes = line?.detail.changes as { path: string }[];
    expect(changes.map(({ path }) => path).sort()).toEqual([
      '/formerName',
      '/mobile',
      '/name',
      '/nativePlace',
    ]);
    expect(JSON.stringify(line)).not.toContain(CORRECTED.mobile);
  });

  it('an export tells which filters were used: codes as they are, of texts only that one was given', async () => {
    const [line] = await lines('export');
    expect(line?.detail).toEqual({
      cycle: '2026',
      queue: 'pending',
      filters: { formCategory: 'clinical', name: '***', idNumber: '***', unit: '***' },
    });
  });

  it('a filter that the list does not have, and a code of no list, are refused and leave no row', async () => {
    const before = (await lines('export')).length;
    for (const filters of [{ surname: '金' }, { formCategory: '金丝雀' }, { constructor: 'x' }]) {
      const answer = await unit.post('/api/rosters/review', { queue: 'pending', filters });
      expect([answer.status, (answer.body as { code?: string }).code]).toEqual([422, 'unknown-filter']);
    }
    expect((await unit.get('/api/rosters/review?queue=pending&name=x')).status).toBe(405);
    expect((await lines('export')).length).toBe(before);
  });

  it('what the trail says of answers goes with the person, and the chain still fits', async () => {
    expect(left((await everyRow(server.services.db)).join('\n'))).toContain(CORRECTED.name);
    await stage.fire(unit, id, 'DELETE');
    const text = await everywhere();
    await report('P34', { mariadb: kind === 'mariadb', corrections: left(text).length });
    expect(left(text)).toEqual([]);
    expect(text).toContain(id);
    expect((await lines('correct'))[0]?.detail).toEqual({
      by: 'approver',
      round: 1,
      section: 'person',
      destroyed: true,
    });
    expect((await verifyAudit(server.services)).ok).toBe(true);
  });
});
