import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompiledEdition, JsonObject } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { type RunningServer, sharedBrowser, startEmptyServer } from '../support/browser.ts';
import { eventually } from '../support/page.ts';
import { Typist } from '../support/typing/typist.ts';
import { fillCredentials } from '../support/users.ts';

const EXAMPLE = 'primary-general-practice-complete';
const PASSWORD = 'Right-Horse-7';
const OPINION = '请补充进修材料';

const suite = sharedBrowser();
const { pages } = suite;
let server: RunningServer;
let edition: CompiledEdition;
let folder: string;

/** Everybody's window, and the errors of their consoles. */
const windows = new Map<string, Page>();
const complaints: string[][] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenbao-story-'));
  server = await startEmptyServer('definitions/chongqing-health-titles', pages);
  edition = await server.services.editions.current();
});

afterAll(async () => {
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function windowOf(who: string): Promise<Page> {
  const known = windows.get(who);
  if (known) return known;
  const watched = await suite.open();
  complaints.push(watched.complaints);
  windows.set(who, watched.page);
  return watched.page;
}

const opened = (who: string): Page => windows.get(who) ?? never(`nobody has opened a window for ${who}`);

/** Registers somebody of the demonstration on the public page, under an organisation that is chosen by its name. */
async function register(id: string, under: string): Promise<void> {
  const one = registrant(id);
  const form = edition.categories[one.form] ?? never(`there is no form ${one.form}`);
  const page = await windowOf(id);
  await page.goto(server.origin);
  await page.locator(`.registrations a[href$="/${one.form}"]`).click();
  await fillCredentials(page, id, PASSWORD);
  const typist = new Typist(page, edition);
  const [parentSection = '', parentField = ''] = (form.definition.account?.parent ?? '').split('/').slice(1);
  for (const section of form.sections) await typist.section(section, one.sections[section.definition.id]);
  await page.locator(`[id="/${parentSection}/${parentField}"]`).click();
  await page.getByRole('dialog').getByRole('textbox').fill(under);
  await page.locator('.organisation-choice', { hasText: under }).first().click();
  await page.locator('form button[type=submit]').click();
  await page.locator('.sent').waitFor();
}

type Registrant = { form: string; sections: JsonObject };

function registrant(id: string): Registrant {
  const { organisations = [], people = [] } = edition.definition.demo ?? {};
  const one = [...organisations, ...people].find((candidate) => candidate.id === id);
  return one?.form && one.sections
    ? { form: one.form, sections: one.sections }
    : never(`the demonstration has nobody called ${id}`);
}

const nameOf = (id: string): string =>
  Object.values(registrant(id).sections)
    .flatMap((section) => Object.entries(section as JsonObject))
    .find(([key]) => key === 'unitName' || key === 'name')?.[1] as string;

async function logIn(who: string): Promise<Page> {
  const page = await windowOf(who);
  await page.goto(server.origin);
  await page.locator('#username').fill(who);
  await page.locator('#password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.header').waitFor();
  return page;
}

/** Opens a queue by the menu of whoever holds it, and the case of somebody in it. */
async function openIn(who: string, queue: string, name: string): Promise<Page> {
  const page = opened(who);
  await page.goto(`${server.origin}/queues/${queue}`);
  await page.locator('[data-case]', { hasText: name }).click();
  await page.locator('.case-text').waitFor();
  return page;
}

async function approve(who: string, name: string): Promise<void> {
  const page = await openIn(who, 'account/pending', name);
  await page.locator('.decision button[type=submit]').click();
  await page.locator('.empty').waitFor();
}

/** Passes an application with a recommendation, signed. */
async function pass(who: string, name: string): Promise<void> {
  const page = await openIn(who, 'application/pending', name);
  await page.locator('[id="/decision/signatory"]').fill('测试负责人');
  await page.locator('.decision button[type=submit]').click();
  await page.locator('.ant-modal-confirm-btns .ant-btn-primary').click();
  await page.locator('.empty').waitFor();
}

async function submit(page: Page): Promise<void> {
  await page.locator('.menu a[href$="/confirm"]').click();
  await page.locator('.ready').waitFor();
  await page.locator('.actions .ant-btn-primary').click();
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.locator('.application').waitFor();
}

/** The review form as a PDF, behind the link that stands on the screen; gives the text of each page. */
async function reviewForm(page: Page): Promise<string[]> {
  await page.goto(server.origin);
  await page.locator('.application footer a').first().click();
  await page.locator('.menu a[href$="/sheets"]').click();
  const link = page.locator('.sheets a[href*="review-form"]');
  const [popup] = await Promise.all([page.context().waitForEvent('page'), link.first().click()]);
  await popup.getByText(nameOf('pending-own-gp')).first().waitFor();
  await popup.close();
  const href = (await link.last().getAttribute('href')) ?? '';
  const answer = await page.request.get(new URL(href, server.origin).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  await writeFile(join(folder, 'form.pdf'), await answer.body());
  const text = execFileSync('pdftotext', ['-raw', join(folder, 'form.pdf'), '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((one) => one.replace(/\s/g, ''));
}

const drafts = (sheets: string[]): number => sheets.filter((text) => text.includes('草稿')).length;

const IMAGES = 'docs/images';

/** The pictures of the README are made here, when they are asked for. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.UPDATE_IMAGES) return;
  await mkdir(IMAGES, { recursive: true });
  await eventually(() => page.locator('.ant-message-notice').count()).toBe(0);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}

/** The first page of what was printed last. */
function pictureOfPrint(name: string): void {
  if (!process.env.UPDATE_IMAGES) return;
  const size = ['-f', '1', '-singlefile', '-scale-to-x', '1440', '-scale-to-y', '-1'];
  execFileSync('pdftoppm', ['-png', ...size, join(folder, 'form.pdf'), join(IMAGES, name)]);
}

describe('from an empty system to the municipal commission, by hand', () => {
  it('the first administrator comes by the link of the start', async () => {
    const [setup] = server.setups;
    const page = await windowOf('municipal');
    await page.goto(`${server.origin}/setup/${setup?.token}`);
    await page.locator('#name').fill('测试管理员');
    await fillCredentials(page, 'municipal', PASSWORD);
    await page.locator('form button[type=submit]').click();
    await page.locator('main [role=status]').waitFor();
    await logIn('municipal');
  });

  it('a district registers and the municipal commission approves, a hospital and the district does, a doctor and the hospital does', async () => {
    const { name: root = '' } = edition.definition.programme.seed.organisations[0] ?? {};
    const chain = [
      ['commission-a', 'municipal', root],
      ['township-a', 'commission-a', nameOf('commission-a')],
      ['pending-own-gp', 'township-a', nameOf('township-a')],
    ] as const;
    for (const [id, approver, under] of chain) {
      await register(id, under);
      await approve(approver, nameOf(id));
      await logIn(id);
    }
  });

  it('the doctor fills in the form, field by field, with real files', async () => {
    const page = opened('pending-own-gp');
    const title = edition.categories['primary-general-practice']?.definition.title ?? '';
    await page.locator('.offered li', { hasText: title }).first().getByRole('button').click();
    await page.getByRole('dialog').getByRole('button', { name: '开始填写' }).click();
    await page.locator('.form-page').waitFor();
    const { cases } = edition.definition;
    const example = cases.find(({ id }) => id === EXAMPLE) ?? never('the example is not there');
    const { application, facts } = openCase(edition, example, cases);
    await new Typist(page, edition).application(application, facts);
    await page.locator('.menu a[href$="/basic"]').click();
    await picture(page, 'applicant');
  });

  it('the review form has the draft watermark on every page, and the form is handed in', async () => {
    const page = opened('pending-own-gp');
    const sheets = await reviewForm(page);
    expect(sheets.length).toBeGreaterThan(3);
    expect(drafts(sheets)).toBe(sheets.length);
    await submit(page);
  });

  it('the hospital passes with a recommendation, the district returns with an opinion', async () => {
    const name = nameOf('pending-own-gp');
    await pass('township-a', name);
    const page = await openIn('commission-a', 'application/pending', name);
    await picture(page, 'review');
    await page.getByRole('button', { name: '审核退回' }).click();
    await page.locator('.asked textarea').fill(OPINION);
    await page.locator('.asked button[type=submit]').click();
    await page.locator('.empty').waitFor();
  });

  it('the doctor reads the opinion, corrects and hands in again; every desk passes it again', async () => {
    const page = opened('pending-own-gp');
    await page.goto(server.origin);
    expect(await page.locator('.returned-banner').innerText()).toContain(OPINION);
    await page.locator('.application footer a').first().click();
    await page.locator('[id="/cover/researchDirection"]').fill('全科医学服务模式');
    await submit(page);
    const name = nameOf('pending-own-gp');
    await pass('township-a', name);
    await pass('commission-a', name);
    expect(drafts(await reviewForm(page))).toBeGreaterThan(0);
  });

  it('the district delivers the batch, and the review form has no watermark any more', async () => {
    const board = opened('commission-a');
    await board.goto(`${server.origin}/queues/application/passed`);
    await board.locator('.toolbar button.ant-btn-primary').click();
    await board.locator('.actions .ant-btn-primary').click();
    await board.locator('.asked button[type=submit]').click();
    await board.locator('.empty').waitFor();
    const sheets = await reviewForm(opened('pending-own-gp'));
    expect(sheets.length).toBeGreaterThan(3);
    expect(drafts(sheets)).toBe(0);
    expect(sheets.join('')).toContain('全科医学服务模式');
    pictureOfPrint('sheet');
  });

  it('no console has an error', () => expect([...new Set(complaints.flat())]).toEqual([]));
});

function never(sentence: string): never {
  throw new Error(sentence);
}
