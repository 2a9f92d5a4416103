import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#server/crypto/index.ts';
import { openWorker } from '#server/jobs/index.ts';
import type { Kinds, Work } from '#server/jobs/kind.ts';
import { JobError } from '#server/jobs/kind.ts';
import { type Database, type Job, jobs } from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { NOW } from '../../support/records.ts';

const CHILD = fileURLToPath(new URL('./worker-child.ts', import.meta.url));
const SECOND = 1000;
const MINUTE = 60 * SECOND;

type Services = { db: Database; clock: () => Date };

describeOnDatabases('jobs', (db, _kind, url) => {
  let now = Date.parse(NOW);
  const workers: ReturnType<typeof openWorker>[] = [];
  const clock = () => new Date(now);
  const at = (later = 0) => new Date(now + later).toISOString();
  beforeEach(() => {
    now += 24 * 60 * MINUTE;
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.close();
  });

  async function ask(kind: string, userId = '', changes: Partial<Job> = {}): Promise<string> {
    const id = newId();
    const asked = { id, kind, key: id, userId, payload: {}, dueAt: at(), createdAt: at(), ...changes };
    expect(await jobs.create(db(), asked)).toBe(true);
    return id;
  }
  const get = async (id: string): Promise<Job> => (await jobs.get(db(), id)) ?? expect.fail(`no job ${id}`);
  const until = (id: string, expected: Partial<Job>) =>
    expect.poll(() => get(id), { interval: 10 }).toMatchObject(expected);

  function work(kinds: Kinds<Services>, atOnce = 1) {
    const worker = openWorker({
      services: { db: db(), clock },
      kinds,
      atOnce,
      report: () => undefined,
      askEvery: 10,
    });
    workers.push(worker);
    return worker;
  }
  const kind = (
    run: (work: Work) => Promise<Record<string, number>>,
    attempts = 3,
  ): Kinds<Services>[string] => ({
    attempts,
    run: (_services, given) => run(given),
  });

  it('what a killed process held is taken over when its lease ends, and done once', async () => {
    const id = await ask('long');
    const child = spawn(process.execPath, [CHILD, url(), at()], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const _taken of child.stdout) child.kill('SIGKILL');
    expect(await get(id)).toMatchObject({ status: 'running', attempts: 1, lease: 1 });
    let runs = 0;
    const kinds = { long: kind(async () => ({ runs: ++runs })) };
    work(kinds);
    work(kinds);
    const probe = await ask('long');
    await until(probe, { status: 'done' });
    expect(await get(id)).toMatchObject({ status: 'running', lease: 1 });
    now += MINUTE;
    await until(id, { status: 'done', attempts: 2, result: { runs: 2 } });
    expect(runs).toBe(2);
  });

  it('a job that kills whoever takes it is given up after its tries', async () => {
    const id = await ask('deadly');
    for (const _try of [1, 2]) {
      expect((await jobs.lease(db(), ['deadly'], at(), at(MINUTE)))?.id).toBe(id);
      now += MINUTE;
    }
    work({ deadly: kind(() => expect.fail('it was run a third time'), 2) });
    await until(id, { status: 'failed', problem: { code: 'died', params: {}, message: '' } });
  });

  it('the same thing asked for twice is one job', async () => {
    const twice = { key: 'the same' };
    const id = await ask('once', 'a', twice);
    const again = {
      id: newId(),
      kind: 'once',
      userId: 'b',
      payload: {},
      dueAt: at(),
      createdAt: at(),
      ...twice,
    };
    expect(await jobs.create(db(), again)).toBe(false);
    expect(await jobs.create(db(), { ...again, kind: 'other' })).toBe(true);
    expect((await jobs.ofKey(db(), 'once', 'the same'))?.id).toBe(id);
  });

  it('a failed try is made again, later and later, and then the job has failed', async () => {
    const id = await ask('breaks');
    work({ breaks: kind(() => Promise.reject(new Error('the disk is full')), 4) });
    for (const [attempts, wait] of [30, 60, 120].entries()) {
      const problem = { code: 'error', params: {}, message: 'the disk is full' };
      await until(id, { status: 'waiting', attempts: attempts + 1, problem, dueAt: at(wait * SECOND) });
      now += wait * SECOND;
    }
    await until(id, { status: 'failed', attempts: 4, finishedAt: at() });
    expect(await jobs.retry(db(), id, at())).toBe(true);
    await until(id, { status: 'waiting', attempts: 1, dueAt: at(30 * SECOND) });
  });

  it('what another try would find again is not tried again', async () => {
    const id = await ask('wrong');
    work({ wrong: kind(() => Promise.reject(new JobError('trail-broken', { row: 7 }))) });
    await until(id, { status: 'failed', attempts: 1 });
    expect((await get(id)).problem).toMatchObject({ code: 'trail-broken', params: { row: 7 } });
  });

  it('of 48 jobs of one person and 1 of another the one waits for one', async () => {
    for (let n = 0; n < 48; n += 1) await ask('fair', 'many', { dueAt: at(n) });
    now += SECOND;
    const order: string[] = [];
    let asked = '';
    const kinds = {
      fair: kind(async ({ userId }) => {
        order.push(userId);
        now += 1;
        if (order.length === 5) asked = await ask('fair', 'one');
        return {};
      }),
    };
    const worker = work(kinds);
    await expect.poll(() => order.length, { interval: 10 }).toBe(49);
    await until(asked, { status: 'done' });
    await worker.close();
    expect(order.indexOf('one')).toBe(5);
  });

  it('timers of the system that fall due together do not stand before people', async () => {
    for (let n = 0; n < 20; n += 1) await ask('timer', '', { dueAt: at(-MINUTE) });
    const id = await ask('timer', 'one');
    const order: string[] = [];
    work({
      timer: kind(async (given) => {
        order.push(given.id);
        now += 1;
        return {};
      }),
    });
    await until(id, { status: 'done' });
    expect(order.indexOf(id)).toBeLessThan(2);
  });

  it('says how far it is, and ends where it is cancelled; its result counts no more', async () => {
    const id = await ask('long');
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    let ended: unknown;
    work({
      long: kind(async ({ progress }) => {
        await progress(3, 10);
        await mayGoOn;
        await progress(4, 10).catch((error: unknown) => {
          ended = error;
          throw error;
        });
        return { never: 1 };
      }),
    });
    await until(id, { status: 'running', done: 3, total: 10 });
    expect(await jobs.cancel(db(), id, at())).toBe(true);
    expect(await jobs.cancel(db(), id, at())).toBe(false);
    goOn();
    await expect.poll(() => ended, { interval: 10 }).toBeInstanceOf(Error);
    expect(await get(id)).toMatchObject({ status: 'cancelled', result: null, done: 3 });
  });

  it('a worker that closes gives back what it has not done, and the try does not count', async () => {
    const id = await ask('long');
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const worker = work({
      long: kind(async ({ progress }) => {
        await progress(1, 2);
        await mayGoOn;
        await progress(2, 2);
        return {};
      }),
    });
    await until(id, { status: 'running', done: 1 });
    const closed = worker.close();
    goOn();
    await closed;
    expect(await get(id)).toMatchObject({ status: 'waiting', attempts: 0, problem: null });
    work({ long: kind(async () => ({ good: 1 })) });
    await until(id, { status: 'done', attempts: 1, result: { good: 1 } });
  });

  it('what comes by itself comes once a turn, of several workers too, and once for all missed turns', async () => {
    now -= now % (10 * MINUTE);
    let runs = 0;
    const kinds = { tidy: { ...kind(async () => ({ runs: ++runs })), every: 10 * MINUTE } };
    work(kinds);
    work(kinds);
    const turn = at(10 * MINUTE);
    await expect.poll(() => jobs.ofKey(db(), 'tidy', turn), { interval: 10 }).toMatchObject({ dueAt: turn });
    expect(runs).toBe(0);
    now += 55 * MINUTE;
    await until((await jobs.ofKey(db(), 'tidy', turn))?.id ?? '', { status: 'done' });
    await expect.poll(() => jobs.ofKey(db(), 'tidy', at(5 * MINUTE)), { interval: 10 }).not.toBeNull();
    const made = (await jobs.list(db(), { limit: 200 })).rows.filter((job) => job.kind === 'tidy');
    expect(made.map(({ status }) => status).sort()).toEqual(['done', 'waiting']);
    expect(runs).toBe(1);
  });

  it('are listed newest first, page after page, and forgotten when they are old', async () => {
    const later = (n: number) => ({ createdAt: at(n * SECOND), dueAt: at(60 * MINUTE) });
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift(await ask('old', '', later(n)));
    for (const id of ids) await jobs.cancel(db(), id, at());
    const first = await jobs.list(db(), { status: 'cancelled', limit: 3 });
    const second = await jobs.list(db(), { status: 'cancelled', after: first.after, limit: 3 });
    expect([...first.rows, ...second.rows].map(({ id }) => id).slice(0, 5)).toEqual(ids);
    await jobs.sweep(db(), at(SECOND), at(0));
    expect((await jobs.list(db(), { status: 'cancelled', limit: 1 })).rows[0]?.id).toBe(ids[0]);
    await jobs.sweep(db(), at(SECOND), at(SECOND));
    expect((await jobs.list(db(), { status: 'cancelled', limit: 1 })).rows).toEqual([]);
  });
});
