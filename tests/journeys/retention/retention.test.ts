/** Answers go by their age, whole and in the way in which a person deletes them; nothing else goes with them. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AttestationView,
  AuditPage,
  Created,
  CyclesView,
  HomeView,
  JobPage,
  PrintRunList,
  SessionView,
} from '#core/model/wire/index.ts';
import { forecast } from '#server/services/retention/index.ts';
import { caseSections, cases, files, frozenPrints, printRuns } from '#server/store/index.ts';
import { everyRow } from '../../promises/dump.ts';
import { underClock } from '../../support/clock/clocks.mjs';
import { Client } from '../client.ts';
import { startServer, type TestServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { retainedForAYear, SHEET } from './programme.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const LONG = { timeout: 120_000 };
const CANARY = 'Canary bed in the archive';
const YEAR_AFTER = '2028-01-31T23:59:59+00:00';

describe.runIf(existsSync(CHROMIUM)).each(databaseKinds)('answers and their term, on %s', (kind) => {
  let now = new Date('2026-11-20T10:00:00Z');
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let association: Client;
  let city: Client;
  /** Handed in and on its way; never handed in; passed on after the closing; of the next cycle. */
  let handedIn: string;
  let draft: string;
  let later: string;
  let next: string;
  let code: string;
  let hashes: string[];
  let run: string;

  beforeAll(async () => {
    folder = await retainedForAYear();
    const changes = { chromiumPath: CHROMIUM, jobsAtOnce: 1 };
    server = await startServer({ definitions: folder, kind, clock: () => now, changes });
    stage = await Stage.open(server);
    city = await stage.organisation('city');
    association = await stage.organisation('north-gardens');
  });
  afterAll(async () => {
    await server?.stop();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  async function at(moment: string): Promise<void> {
    now = new Date(moment);
    for (const who of ['city', 'north-gardens']) await stage.logInAgain(who);
    city = await stage.organisation('city');
    association = await stage.organisation('north-gardens');
  }
  let number = 100_000;
  function person(name: string): Promise<Client> {
    number += 1;
    return stage.person('gardener-a', name, { cardNumber: `RT${number}` });
  }
  async function frozen(id: string): Promise<{ sha256: string; code: string | null }> {
    const made = async () => (await frozenPrints.ofCase(server.services.db, id))[0];
    await expect.poll(async () => (await made())?.sha256, LONG).toEqual(expect.any(String));
    const print = await made();
    return { sha256: print?.sha256 ?? '', code: print?.code ?? null };
  }
  async function submitted(who: Client, title: string): Promise<string> {
    const id = await stage.fill(who, 'complete');
    const { plan } = (await stage.view(who, id)).sections;
    await stage.save(who, id, 'plan', { ...(plan?.value as object), title });
    await stage.fire(who, id, 'SUBMIT');
    return id;
  }
  /** The work of the day, begun by hand and awaited. What is asked for twice in a minute is done once. */
  async function worked(): Promise<void> {
    now = new Date(now.getTime() + 60_000);
    const { id } = await city.must(city.post<Created>('/api/jobs', { kind: 'erase-due' }));
    const line = async () => {
      const { rows } = await city.must(city.get<JobPage>('/api/jobs'));
      return rows.find((one) => one.id === id)?.status;
    };
    await expect.poll(line, LONG).toBe('done');
  }
  const isThere = async (id: string): Promise<boolean> => (await cases.get(server.services.db, id)) !== null;
  const stored = (): string[] =>
    readdirSync(server.folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name);
  const verified = async (): Promise<AttestationView> => {
    const question = { code, facts: [CANARY] };
    return (await new Client(server.origin).post<AttestationView>('/api/attestations', question)).body;
  };
  const tombstones = async (id: string) => {
    const path = `/api/audit?action=retention&subject=${id}`;
    return (await city.must(city.get<AuditPage>(path))).rows;
  };
  const expected = async (moment: Date) => {
    const until = new Date('2028-12-31T00:00:00Z');
    const cycles = await forecast(server.services.db, moment, until);
    return cycles.map(({ title, years, applications, due, dueUntil }) => [
      ...[title, years, applications, due, dueUntil],
    ]);
  };

  it('are filled in and handed in, in two cycles', async () => {
    const gone = await person('gone-a');
    handedIn = await submitted(gone, CANARY);
    draft = await stage.fill(await person('never-handed-in'), 'complete');
    later = await submitted(await person('passed-on-later'), 'Late bed');
    const { sha256, code: printed } = await frozen(handedIn);
    code = printed ?? expect.fail('the print has no code');
    await frozen(later);
    const evidence = (await stage.view(gone, handedIn)).files.map((one) => one.sha256);
    hashes = [sha256, ...evidence];
    expect(evidence.length).toBeGreaterThan(0);
    expect(await verified()).toMatchObject({ issued: true, validity: 'current' });
    await at('2027-03-01T10:00:00Z');
    await stage.fire(association, later, 'PASS', { opinion: 'In favour' });
    const edition = await server.services.editions.current();
    expect(edition.definition.edition.cycle.id).toBe('2027H1');
    next = await stage.fill(await person('of-the-next-cycle'), 'complete', edition);
    const { cycles } = await city.must(city.get<CyclesView>('/api/cycles'));
    expect(cycles.map(({ id, retention }) => [id, retention])).toEqual([
      ['2026H2', { years: 1, until: YEAR_AFTER }],
      ['2027H1', { years: 1, until: '2028-06-30T23:59:59+01:00' }],
    ]);
  });

  it('are all there on the day before, with the frozen print and a print run of it', async () => {
    await at('2028-01-31T20:00:00Z');
    const asked = { sheet: SHEET, form: 'pdf', cases: [handedIn, later] };
    ({ id: run } = await association.must(association.post<Created>('/api/print-runs', asked)));
    const status = async () =>
      (await association.must(association.get<PrintRunList>('/api/print-runs'))).runs[0]?.status;
    await expect.poll(status, LONG).toBe('done');
    const file = (await printRuns.get(server.services.db, run))?.sha256;
    hashes.push(file ?? expect.fail('the run has no file'));
    await worked();
    for (const id of [handedIn, draft, later, next]) expect(await isThere(id)).toBe(true);
    expect(stored()).toEqual(expect.arrayContaining(hashes));
    expect((await everyRow(server.services.db)).some((row) => row.includes(CANARY))).toBe(true);
    expect(await verified()).toMatchObject({ issued: true, validity: 'current' });
    expect(await expected(now)).toEqual([
      ['First half of 2027', 1, 1, 0, 1],
      ['Second half of 2026', 1, 3, 0, 3],
    ]);
  });

  it('are counted by the command line, which erases nothing', async () => {
    const env = {
      ...{ ...process.env, ...underClock({ at: '2028-02-01T06:00:00Z', zone: 'UTC' }), LC_ALL: 'en' },
      ...{ DATABASE_URL: server.databaseUrl, DATA_DIR: server.folder, DEFINITIONS_DIR: folder },
    };
    const asked = ['engine/cli/shenbao.mjs', 'retention'];
    const { stdout } = await promisify(execFile)(process.execPath, asked, { env });
    expect(stdout.trim().split('\n')).toEqual([
      'First half of 2027: retained until 2028-06-30 (years: 1); applications: 1, due now: 0, due by 2029-02-01: 1',
      'Second half of 2026: retained until 2028-01-31 (years: 1); applications: 3, due now: 2, due by 2029-02-01: 3',
    ]);
    for (const id of [handedIn, draft]) expect(await isThere(id)).toBe(true);
  });

  it('go by themselves on the day after: rows, files, frozen print and the file of the print run', async () => {
    const inADay = new Date('2028-02-01T06:00:00Z');
    expect(await expected(inADay)).toEqual([
      ['First half of 2027', 1, 1, 0, 1],
      ['Second half of 2026', 1, 3, 2, 3],
    ]);
    await at(inADay.toISOString());
    for (const id of [handedIn, draft]) await expect.poll(() => isThere(id), LONG).toBe(false);
    const { db } = server.services;
    expect(await caseSections.all(db, handedIn)).toEqual([]);
    expect(await files.list(db, handedIn)).toEqual([]);
    expect(await frozenPrints.ofCase(db, handedIn)).toEqual([]);
    expect(await printRuns.get(db, run)).toBeNull();
    // The evidence of others has the same bytes.
    const [print = '', ...others] = hashes;
    const own = [print, others.at(-1) ?? ''];
    await expect.poll(() => stored().filter((name) => own.includes(name)), LONG).toEqual([]);
    expect((await everyRow(db)).filter((row) => row.includes(CANARY))).toEqual([]);
  });

  it('leave a row in the trail that names the term and nobody', async () => {
    for (const id of [handedIn, draft]) {
      const rows = await tombstones(id);
      expect(rows.map(({ actorId, subjectName, detail }) => [actorId, subjectName, detail])).toEqual([
        [null, '', { cycle: '2026H2', years: 1, closedAt: '2027-01-31T23:59:59+00:00' }],
      ]);
    }
    expect(await verified()).toEqual({ issued: false });
  });

  it('leave the person with their account, and without the application', async () => {
    await stage.logInAgain('gone-a');
    const gone = await stage.person('gardener-a', 'gone-a');
    const { registration } = (await gone.get<SessionView>('/api/session')).body;
    expect(await isThere(registration ?? '')).toBe(true);
    const home = await gone.must(gone.get<HomeView>('/api/applications'));
    expect(JSON.stringify(home)).not.toContain(handedIn);
    expect((await gone.get(`/api/cases/${handedIn}`)).status).toBe(404);
  });

  it('stay for a year from their last event where that came after the closing, and in other cycles', async () => {
    await worked();
    for (const id of [later, next]) expect(await isThere(id)).toBe(true);
    expect((await frozenPrints.ofCase(server.services.db, later)).length).toBe(1);
    await at('2028-03-01T09:57:00Z');
    await worked();
    expect(await isThere(later)).toBe(true);
    await at('2028-03-01T10:01:00Z');
    await worked();
    expect([await isThere(later), await isThere(next)]).toEqual([false, true]);
    expect((await tombstones(later)).length).toBe(1);
  });

  it('stay where a newer edition of the cycle retains them for longer, or for ever', async () => {
    const { editions } = server.services;
    const newest = (await editions.newest()).find(({ definition }) => definition.edition.id === '2027H1');
    const definition = newest?.definition ?? expect.fail('there is no such cycle');
    const publish = (retention: { years?: number }) =>
      editions.publish([
        { definition: { ...definition, edition: { ...definition.edition, retention } }, files: [] },
      ]);
    await publish({});
    await at('2029-01-01T00:00:00Z');
    await worked();
    expect(await isThere(next)).toBe(true);
    expect((await expected(now))[0]).toEqual(['First half of 2027', null, 1, 0, 0]);
    await publish({ years: 1 });
    await worked();
    expect(await isThere(next)).toBe(false);
  });
});
