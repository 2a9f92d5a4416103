import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { SheetLength, SheetTemplates } from '#core/model/wire/index.ts';
import { sampled } from '../promises/scale.ts';
import { expectListings } from '../support/listings.ts';
import { worksheet } from '../support/workbook.ts';
import type { Client } from './client.ts';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** The nine forms on the seven ways of the manual's chapter 1 and over the reform office: who passes, in which order. */
const WAYS = [
  {
    way: 'R1 district institution',
    category: 'public-health',
    person: 'pending-level1-public-health',
    example: 'public-health-complete',
    passes: ['own', 'level1'],
  },
  {
    way: 'R1 with a reform office',
    category: 'primary-other',
    person: 'pending-reform-office',
    example: 'primary-other-tcm-physician',
    passes: ['own', 'level1', 'reformOffice'],
  },
  {
    way: 'R2 other personnel over the talent agency',
    category: 'clinical',
    person: 'passed-talent-agency',
    example: 'trap-22-archive-complete',
    passes: ['own', 'talentAgency', 'level1'],
  },
  {
    way: 'R3 direct institution',
    category: 'nursing',
    person: 'pending-level1-nursing',
    example: 'nursing-complete',
    passes: ['level1'],
  },
  {
    way: 'R4 staff of another municipal unit',
    category: 'clinical',
    person: 'draft-military',
    example: 'clinical-complete',
    passes: ['level1'],
  },
  {
    way: 'R5 institution of another municipal unit',
    category: 'family-planning',
    person: 'pending-enterprise',
    example: 'family-planning-complete',
    passes: ['own', 'level1'],
  },
  {
    way: 'R6 institution of another district department',
    category: 'clinical',
    person: 'pending-level2',
    example: 'trap-22-archive-complete',
    passes: ['own', 'level2', 'level1', 'reformOffice'],
  },
  {
    way: 'R7 staff of the district commission',
    category: 'public-health',
    person: 'commission-own-staff',
    example: 'public-health-complete',
    passes: ['level1'],
  },
  {
    way: 'R3 direct institution',
    category: 'tcm',
    person: 'delivered-tcm',
    example: 'tcm-complete',
    passes: ['level1'],
  },
  {
    way: 'R3 direct institution',
    category: 'pharmacy',
    person: 'passed-pharmacy',
    example: 'pharmacy-complete',
    passes: ['level1'],
  },
  {
    way: 'R3 direct institution',
    category: 'medical-technology',
    person: 'returned-level1-imaging',
    example: 'medical-technology-complete',
    passes: ['level1'],
  },
  {
    way: 'R1 district institution',
    category: 'primary-general-practice',
    person: 'pending-own-gp',
    example: 'primary-general-practice-complete',
    passes: ['own', 'level1'],
  },
];

/** Sizes in points as pdfinfo writes them; the publicity sheet has to fit on one page. */
const SHEETS = [
  { sheet: 'review-form', size: /595 x 842|594\.9\d x 841\.9/, pages: /^Pages: +[2-9]/m },
  { sheet: 'publicity-sheet', size: /1191(\.\d+)? x 84[12]/, pages: /^Pages: +1$/m },
  { sheet: 'workload-sheet', size: /595 x 842|594\.9\d x 841\.9/, pages: /^Pages: +[1-3]$/m },
];

type Journey = { id: string; applicant: Client; person: string };

describe('every way and every form from registration to delivery', () => {
  let server: TestServer;
  let stage: Stage;
  const journeys = new Map<string, Journey>();
  beforeAll(async () => {
    const changes = existsSync(CHROMIUM) ? { chromiumPath: CHROMIUM } : {};
    server = await startServer({ definitions: HEALTH, changes });
    stage = await Stage.open(server);
    for (const { id } of stage.demo.organisations) await stage.organisation(id);
  });
  afterAll(() => server?.stop());

  const everybody = (): string[] => stage.demo.organisations.map((one) => one.id);
  const journeyOf = (person: string): Journey =>
    journeys.get(person) ?? never(`${person} has not come so far`);
  const sheetOf = (person: string, sheet: string, format: string) => {
    const { applicant, id } = journeyOf(person);
    return applicant.get(`/api/cases/${id}/sheets/${sheet}?format=${format}`);
  };

  it.each(WAYS)('$category: $way', async ({ category, person, example, passes }) => {
    const applicant = await stage.person(person);
    const id = await stage.fill(applicant, example);
    journeys.set(person, { id, applicant, person });
    expect((await stage.view(applicant, id)).category).toBe(category);
    await stage.fire(applicant, id, 'SUBMIT');
    expect(await stage.passAll(id, everybody(), OPINION)).toEqual(passes);
    expect((await stage.view(applicant, id)).tags).toContain('passed');
    const draft = await sheetOf(person, 'review-form', 'html');
    expect(draft.text).toContain('草稿');
    expect(draft.text).toContain(nameOf(stage, person));
  });

  it('all nine forms and all seven ways occur', () => {
    expect(new Set(WAYS.map(({ category }) => category)).size).toBe(9);
    const ways = new Set(WAYS.map(({ way }) => way.slice(0, 2)));
    expect([...ways].sort()).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']);
    const forms = Object.values(stage.edition.categories).filter(({ definition }) => !definition.account);
    expect(forms.map(({ definition }) => definition.id).sort()).toEqual(
      [...new Set(WAYS.map(({ category }) => category))].sort(),
    );
  });

  it('the roster has exactly the rows of the queue, and numbers that are text stay text', async () => {
    let lines = 0;
    for (const organisation of levelOne(stage)) {
      const client = await stage.organisation(organisation);
      const queued = await stage.queue(client, 'application', 'passed');
      if (queued.length === 0) continue;
      const [titles = [], ...rows] = worksheet(
        await client.download('/api/rosters/review', { queue: 'passed' }),
      );
      lines += rows.length;
      const column = (title: string) => titles.findIndex(({ text }) => text === title);
      const people = [...journeys.values()].filter(({ id }) => queued.includes(id));
      expect(rows.map((row) => row[column('姓名')]?.text).sort()).toEqual(
        people.map(({ person }) => nameOf(stage, person)).sort(),
      );
      const numbers = rows.map((row) => row[column('证件号码')]);
      expect(numbers.map((cell) => cell?.type)).not.toContain('n');
      expect(numbers.map((cell) => cell?.text).sort()).toEqual(
        people.map(({ person }) => masked(numberOf(stage, person))).sort(),
      );
    }
    expect(lines).toBe(WAYS.length);
  });

  it('every unit of the first level delivers its batch, and everything is official', async () => {
    for (const organisation of levelOne(stage)) {
      const client = await stage.organisation(organisation);
      const { allowed, count } = await stage.batch(client, 'application', 'DELIVER');
      if (count === 0) continue;
      expect(allowed, organisation).toBe(true);
      await client.must(client.post('/api/batches/application/DELIVER', { confirmCount: count }));
    }
    for (const { applicant, id } of journeys.values())
      expect((await stage.view(applicant, id)).tags).toContain('official');
  });

  it('a sheet that is made to fit says how full it is, and hands out the template that it is measured with', async () => {
    const [{ applicant, id }] = [...journeys.values()] as [Journey];
    const { edition, category } = await stage.view(applicant, id);
    const length = await applicant.get<SheetLength>(`/api/cases/${id}/sheets/publicity-sheet/length`);
    expect(length.body).toMatchObject({ pages: 1, most: 1, fit: { overflow: [] } });
    expect(length.body.fit?.share).toBeGreaterThan(0.1);
    const address = `/api/editions/${edition}/templates?category=${category}`;
    const { templates } = (await applicant.get<SheetTemplates>(address)).body;
    expect(Object.keys(templates)).toEqual(['publicity-sheet']);
    expect(templates['publicity-sheet']).toContain('class="fit"');
  });

  it.each(WAYS)('the sheets of $person are pages without a watermark', async ({ person }) => {
    for (const { sheet } of SHEETS) {
      const page = await sheetOf(person, sheet, 'html');
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.text).not.toContain('草稿');
      expect(page.text).toContain(nameOf(stage, person));
    }
  });

  const once = WAYS.filter(({ category }, at) => WAYS.findIndex((one) => one.category === category) === at);
  it.each(sampled(once))('the sheets of $category are printed on their paper', async ({ person }) => {
    if (!existsSync(CHROMIUM))
      return expect(process.env.CI, 'under CI there must be a Chromium').toBeUndefined();
    const { applicant, id } = journeyOf(person);
    for (const { sheet, size, pages } of SHEETS) {
      const file = join(server.folder, `${sheet}.pdf`);
      await writeFile(file, await download(applicant, `/api/cases/${id}/sheets/${sheet}?format=pdf`));
      const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
      expect(info).toMatch(size);
      expect(info).toMatch(pages);
      const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
      expect(text).toContain(nameOf(stage, person));
      expect(text).not.toContain('草稿');
    }
  });

  it('what lists show of every case is what its answers give', async () => {
    expect(await expectListings(server)).toBeGreaterThan(0);
  });
});

const levelOne = ({ demo, edition }: Stage): string[] => {
  const roots = edition.definition.programme.seed.organisations.map(({ id }) => id);
  return demo.organisations.filter(({ under }) => roots.includes(under)).map(({ id }) => id);
};

const personOf = ({ demo }: Stage, id: string): JsonObject => {
  const one = demo.people.find((candidate) => candidate.id === id);
  return one?.form ? (one.sections.person as JsonObject) : never(`the demonstration has nobody called ${id}`);
};
const nameOf = (stage: Stage, id: string): string => String(personOf(stage, id).name);
const numberOf = (stage: Stage, id: string): string => String(personOf(stage, id).idNumber);
const masked = (text: string): string => text.slice(0, 4) + '*'.repeat(text.length - 8) + text.slice(-4);

async function download(client: Client, path: string): Promise<Buffer> {
  const headers = { origin: client.origin, cookie: client.cookie };
  const answer = await fetch(`${client.origin}${path}`, { headers });
  expect(answer.status, path).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

function never(sentence: string): never {
  throw new Error(sentence);
}
