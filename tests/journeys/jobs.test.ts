import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage, Created, JobLine, JobPage, SessionView } from '#core/model/wire/index.ts';
import { newId } from '#server/crypto/index.ts';
import { jobs, sessions } from '#server/store/index.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { type Kind, mainly } from './kinds.ts';
import { Stage } from './stage.ts';

describe.each(mainly('sqlite'))('the desk of jobs, on %s', (kind: Kind) => {
  let now = Date.now();
  let server: TestServer;
  let city: Client;
  let association: Client;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => new Date(now) });
    const stage = await Stage.open(server);
    city = await stage.organisation('city');
    association = await stage.organisation('north-gardens');
  });
  afterAll(() => server?.stop());

  const list = async (search = ''): Promise<JobLine[]> =>
    (await city.must(city.get<JobPage>(`/api/jobs${search}`))).rows;
  const line = async (id: string) => (await list()).find((job) => job.id === id);
  const start = async (job: JobLine['kind']): Promise<string> =>
    (await city.must(city.post<Created>('/api/jobs', { kind: job }))).id;

  it('is open to those whose role may, and to nobody else', async () => {
    expect((await association.get('/api/jobs')).status).toBe(403);
    expect((await association.post('/api/jobs', { kind: 'clear-files' })).status).toBe(403);
    expect((await city.put(`/api/jobs/${newId()}`, { action: 'retry' })).status).toBe(404);
    expect((await city.post('/api/jobs', { kind: 'nothing' })).status).toBeGreaterThanOrEqual(400);
  });

  it('shows what comes by itself before it is due', async () => {
    await expect
      .poll(async () => (await list('?status=waiting')).map((job) => job.kind).sort())
      .toEqual([
        ...['clear-expired', 'clear-files', 'erase-due', 'fire-limits'],
        ...['list-cases', 'scan-held', 'verify-trail'],
      ]);
    expect((await list())[0]).toMatchObject({ userName: '', attempts: 0, problem: null });
  });

  it('clears at once what has expired, asked for twice with one click', async () => {
    const { db } = server.services;
    const idHash = 'e'.repeat(64);
    const old = '2020-01-01T00:00:00.000Z';
    const { user } = await city.must(city.get<SessionView>('/api/session'));
    await sessions.create(db, { idHash, userId: user.id, createdAt: old, seenAt: old, expiresAt: old });
    const id = await start('clear-expired');
    expect(await start('clear-expired')).toBe(id);
    await expect.poll(() => line(id)).toMatchObject({ status: 'done', attempts: 1 });
    const done = await line(id);
    expect(done?.userName).not.toBe('');
    expect(Number(done?.result?.removed)).toBeGreaterThanOrEqual(1);
    expect(await sessions.get(db, idHash)).toBeNull();
  });

  it('says from which row on the trail is broken, and that it was tried again', async () => {
    const good = await start('verify-trail');
    await expect.poll(() => line(good)).toMatchObject({ status: 'done', problem: null });
    const done = await line(good);
    expect(done?.result?.rows).toBe(done?.total);
    const { sequelize } = server.services.db;
    await sequelize.query("UPDATE audit SET action = 'another' WHERE seq = 2");
    now += 60_000;
    const bad = await start('verify-trail');
    const problem = { code: 'trail-broken', params: { row: 2 } };
    await expect.poll(() => line(bad)).toMatchObject({ status: 'failed', attempts: 1, problem });
    expect((await city.put(`/api/jobs/${bad}`, { action: 'cancel' })).status).toBe(409);
    expect((await city.put(`/api/jobs/${bad}`, { action: 'retry' })).status).toBe(200);
    await expect.poll(async () => (await jobs.get(server.services.db, bad))?.lease).toBe(2);
    const { rows } = await city.must(city.get<AuditPage>(`/api/audit?subject=${bad}`));
    expect(rows.map(({ action, detail }) => [action, detail])).toEqual([
      ['job-retry', { kind: 'verify-trail' }],
      ['job-start', { kind: 'verify-trail' }],
    ]);
  });

  it('cancels what waits, which is then not done', async () => {
    const waiting = (await list('?status=waiting')).find((job) => job.kind === 'clear-files');
    const { id = '' } = waiting ?? {};
    expect((await city.put(`/api/jobs/${id}`, { action: 'cancel' })).status).toBe(200);
    expect(await line(id)).toMatchObject({ status: 'cancelled', attempts: 0, result: null });
  });
});
