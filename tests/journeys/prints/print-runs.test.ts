import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AuditPage,
  Created,
  JobPage,
  PrintRun,
  PrintRunList,
  PrintRunStart,
  QueueMenu,
} from '#core/model/wire/index.ts';
import { openCycle } from '#server/seed/index.ts';
import { clearExpired, withContentCleanup } from '#server/services/ground/index.ts';
import { makePrintRun } from '#server/services/print-runs/index.ts';
import { audit, cases, printRuns } from '#server/store/index.ts';
import { printRunTable } from '#server/store/repositories/prints/print-runs.ts';
import { update } from '#server/store/rows.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { Stage } from '../stage.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const DAY = 86_400_000;
const LONG = { timeout: 120_000 };
/** One that a file system refuses in part. */
const NAMES = ['Ada: Test/One', 'Bea Test', '测试三'];

describe.runIf(existsSync(CHROMIUM))('sheets of many cases in one file', () => {
  let ahead = 0;
  let server: TestServer;
  let stage: Stage;
  let association: Client;
  let foreign: Client;
  let applications: string[];
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'print-runs-'));
    const clock = () => new Date(Date.now() + ahead);
    server = await startServer({ definitions: GARDEN, clock, changes: { chromiumPath: CHROMIUM } });
    await openCycle(server.services);
    stage = await Stage.open(server);
    association = await stage.organisation('north-gardens');
    foreign = await stage.organisation('quay-gardens');
    applications = [];
    for (const [at, name] of NAMES.entries()) applications.push(await handedIn(`Plan ${at}x`, name, at));
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function handedIn(title: string, name: string, number: number): Promise<string> {
    const who = await stage.person('gardener-a', `many-${number}`, {
      name,
      cardNumber: `PR${100_000 + number}`,
    });
    const id = await stage.fill(who, 'complete');
    const { plan } = (await stage.view(who, id)).sections;
    await stage.save(who, id, 'plan', { ...(plan?.value as object), title });
    await stage.fire(who, id, 'SUBMIT');
    return id;
  }

  const start = (asked: Partial<PrintRunStart>, who = association) =>
    who.post<Created>('/api/print-runs', { sheet: 'card', form: 'pdf', ...asked });
  const list = async (who = association): Promise<PrintRun[]> =>
    (await who.must(who.get<PrintRunList>('/api/print-runs'))).runs;
  const run = async (id: string): Promise<PrintRun | undefined> =>
    (await list()).find((one) => one.id === id);
  async function made(asked: Partial<PrintRunStart>): Promise<string> {
    const { id } = await association.must(start(asked));
    await expect.poll(async () => (await run(id))?.status, LONG).toBe('done');
    return id;
  }
  async function fileOf(id: string, path = `/api/print-runs/${id}/file`): Promise<Buffer> {
    const response = await fetch(`${server.origin}${path}`, { headers: { cookie: association.cookie } });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  }
  const textOf = (pdf: Buffer): string =>
    execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
  /** What the file store has, by content. */
  const stored = (): string[] =>
    readdirSync(join(server.folder, 'files'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name);
  const hashOf = async (id: string): Promise<string> =>
    (await printRuns.get(server.services.db, id))?.sha256 ?? expect.fail('there is no file');

  it('the menu of a desk names what can be printed', async () => {
    const menu = await association.must(association.get<QueueMenu>('/api/queues'));
    expect(menu.find(({ route }) => route === 'application')?.sheets.map(({ id }) => id)).toContain('card');
  });

  it('puts three applications behind one another, with a bookmark for each person', async () => {
    const id = await made({ cases: applications });
    const whole = await fileOf(id);
    const singles = await Promise.all(
      applications.map((one) => fileOf('', `/api/cases/${one}/sheets/card?format=pdf`)),
    );
    const [document, ...parts] = await Promise.all(
      [whole, ...singles].map((pdf) => getDocument({ data: new Uint8Array(pdf) }).promise),
    );
    expect(document?.numPages).toBe(parts.reduce((sum, { numPages }) => sum + numPages, 0));
    const outline = (await document?.getOutline()) ?? [];
    const records = await Promise.all(applications.map((one) => cases.get(server.services.db, one)));
    expect(outline.map(({ title }) => title)).toEqual(records.map((one) => one?.name));
    const pages = outline.map(({ dest }) =>
      document?.getPageIndex((dest as { num: number; gen: number }[])[0] ?? expect.fail()),
    );
    expect(await Promise.all(pages)).toEqual([0, 1, 2]);
    expect(execFileSync('pdfinfo', ['-'], { input: whole, encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
    const text = textOf(whole).split('\f');
    for (const [at, single] of singles.entries()) {
      expect(textOf(single)).toContain(`Plan ${at}x`);
      expect(text[at]).toBe(textOf(single).split('\f')[0]);
    }
    expect(await run(id)).toMatchObject({
      cases: 3,
      printed: 3,
      done: 3,
      bytes: whole.length,
      problem: null,
    });
  });

  it('goes out under the title of its sheet, whatever letters that has', async () => {
    const id = await made({ cases: applications.slice(0, 1) });
    await update(server.services.db, printRunTable, { id }, { title: '评审表“甲”; 一' });
    const { headers, status } = await fetch(`${server.origin}/api/print-runs/${id}/file`, {
      headers: { cookie: association.cookie },
    });
    expect(status).toBe(200);
    const name = /filename\*=UTF-8''(\S+)/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '';
    expect(decodeURIComponent(name)).toBe('评审表“甲”; 一.pdf');
    expect(headers.get('content-type')).toBe('application/pdf');
  });

  it('leaves a row in the trail for the run, for each sheet, and for the file', async () => {
    const id = await made({ cases: applications });
    const before = (await audit.list(server.services.db, { action: 'print', limit: 200 })).rows.length;
    expect(await makePrintRun(server.services, id, async () => undefined)).toEqual({ printed: 3 });
    await fileOf(id);
    const city = await stage.organisation('city');
    const rows = async (action: string) =>
      (await city.must(city.get<AuditPage>(`/api/audit?action=${action}`))).rows;
    const prints = (await rows('print')).filter(({ detail }) => detail.run === id);
    expect(prints.map(({ subject }) => subject).sort()).toEqual(applications.toSorted());
    expect(prints.every(({ detail }) => /^[0-9a-f]{64}$/.test(String(detail.sha256)))).toBe(true);
    expect((await rows('print-run')).find(({ subject }) => subject === id)?.detail).toMatchObject({
      cases: 3,
    });
    expect((await rows('print-run-file')).some(({ subject }) => subject === id)).toBe(true);
    expect((await audit.list(server.services.db, { action: 'print', limit: 200 })).rows).toHaveLength(before);
  });

  it('packs those of a queue into an archive that other programs read', async () => {
    const id = await made({ form: 'zip', queue: { route: 'application', queue: 'todo' } });
    const path = join(folder, 'sheets.zip');
    writeFileSync(path, await fileOf(id));
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
    execFileSync('python3', [
      '-c',
      'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])',
      path,
      folder,
    ]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    expect(names.map((name) => name.slice(0, 3)).sort()).toEqual(['001', '002', '003']);
    expect(names.some((name) => /[\\/:*?"<>|]/.test(name))).toBe(false);
    const texts = names.map((name) => textOf(readFileSync(join(folder, name))));
    for (const at of NAMES.keys()) expect(texts.some((text) => text.includes(`Plan ${at}x`))).toBe(true);
  });

  it('is refused whole where one case is foreign, and says what is wrong with other requests', async () => {
    const before = (await list(foreign)).length;
    const own = await start({ cases: applications }, foreign);
    expect([own.status, (await list(foreign)).length]).toEqual([404, before]);
    expect((await start({ cases: [applications[0] ?? '', 'nothing'] })).status).toBe(404);
    expect((await start({ cases: applications, sheet: 'nothing' })).status).toBe(404);
    expect((await start({})).body).toMatchObject({ code: 'print-run-empty' });
    const many = Array.from({ length: 501 }, (_, at) => `c${at}`);
    expect((await start({ cases: many })).body).toMatchObject({ code: 'print-run-large' });
    const person = await stage.person('gardener-a', 'many-0');
    expect((await start({ cases: applications }, person)).status).toBe(403);
  });

  it('is for its maker alone', async () => {
    const id = await made({ cases: applications });
    const city = await stage.organisation('city');
    for (const who of [foreign, city]) {
      expect((await who.get(`/api/print-runs/${id}/file`)).status).toBe(404);
      expect((await who.delete(`/api/print-runs/${id}`)).status).toBe(404);
    }
    expect((await run(id))?.status).toBe('done');
  });

  it('says what it found nothing of', async () => {
    const { id } = await association.must(start({ cases: applications, sheet: 'receipt' }));
    await expect.poll(() => run(id), LONG).toMatchObject({ status: 'failed', problem: 'print-run-none' });
    expect((await association.get(`/api/print-runs/${id}/file`)).status).toBe(404);
  });

  it('is cancelled while it is made: one at a time, and nothing of it stays', async () => {
    const { printer } = server.services;
    const { inBackground } = printer;
    let begun = false;
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    printer.inBackground = async (paper, by) => {
      begun = true;
      await gate;
      return inBackground(paper, by);
    };
    const before = stored();
    try {
      const { id } = await association.must(start({ cases: applications }));
      await expect.poll(() => begun, LONG).toBe(true);
      expect(await run(id)).toMatchObject({ status: 'running', cases: 3 });
      expect((await start({ cases: applications })).body).toMatchObject({ code: 'print-run-busy' });
      await association.must(association.delete(`/api/print-runs/${id}`));
      expect(await run(id)).toBeUndefined();
    } finally {
      printer.inBackground = inBackground;
      open();
    }
    await made({ cases: applications.slice(0, 1) });
    const city = await stage.organisation('city');
    const { rows } = await city.must(city.get<JobPage>('/api/jobs?status=cancelled'));
    expect(rows.some(({ kind }) => kind === 'print-cases')).toBe(true);
    expect(stored().filter((name) => !before.includes(name))).toHaveLength(1);
  });

  it('goes when one of its cases is erased', async () => {
    const id = await made({ cases: applications });
    const other = await made({ cases: applications.slice(0, 2) });
    const [hash, otherHash] = [await hashOf(id), await hashOf(other)];
    expect(stored()).toEqual(expect.arrayContaining([hash, otherHash]));
    await withContentCleanup(server.services, null, async (tx, orphanedHashes) => {
      orphanedHashes.push(...(await cases.erase(tx, applications[2] ?? '')));
    });
    expect(await run(id)).toBeUndefined();
    expect((await association.get(`/api/print-runs/${id}/file`)).status).toBe(404);
    expect(stored()).not.toContain(hash);
    expect(stored()).toContain(otherHash);
    expect((await run(other))?.status).toBe('done');
  });

  it('is deleted after a day', async () => {
    const id = await made({ cases: applications.slice(0, 2) });
    const hash = await hashOf(id);
    await clearExpired(server.services);
    expect(stored()).toContain(hash);
    ahead += DAY;
    await clearExpired(server.services);
    expect(stored()).not.toContain(hash);
    expect(await printRuns.get(server.services.db, id)).toBeNull();
  });
});
