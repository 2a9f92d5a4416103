import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { Stage } from '../journeys/stage.ts';
import { sampled } from '../promises/scale.ts';
import { axeFindings, type Size, sharedBrowser } from '../support/browser.ts';
import { enter } from '../support/users.ts';

const WIDE: Size = { width: 1440, height: 900 };
const NARROW: Size = { width: 390, height: 844 };

const suite = sharedBrowser();
const languageOf = (page: Page) => page.locator('html').getAttribute('lang');
const inLanguage = (page: Page, language: string) => page.locator(`html[lang="${language}"]`).waitFor();

const labelOf = (page: Page, place: string) => page.locator(`label[for="${place}"]`).innerText();

/** Chooses a language in the header: a button where there is room, a line of the person's menu where there is none. */
async function choose(page: Page, title: string, { width }: Size): Promise<void> {
  if (width < 768) {
    await page.locator('.header .person').click();
    await page.getByRole('menuitem', { name: title, exact: true }).click();
  } else await page.locator('.header').getByRole('button', { name: title, exact: true }).click();
}

/** Nothing is wider than the screen. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(sampled([NARROW, WIDE]))('a programme in two languages, $width px wide', (size) => {
  let server: TestServer;
  let stage: Stage;
  let gardener: Client;
  let id: string;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, pages: suite.pages });
    stage = await Stage.open(server);
    gardener = await stage.person('gardener-a');
    ({ id } = await gardener.must(gardener.post<{ id: string }>('/api/applications', { category: 'plot' })));
  });
  afterAll(() => server?.stop());

  it('greets in what the browser asks for, and from then on in what is chosen', async () => {
    const { page, complaints } = await suite.open(size, 'zh-CN');
    await page.goto(server.origin);
    await page.getByRole('heading', { level: 1, name: '社区花园补助' }).waitFor();
    expect(await languageOf(page)).toBe('zh-CN');
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await inLanguage(page, 'en');
    await page.getByRole('heading', { level: 1, name: 'Community garden grants' }).waitFor();
    await page.getByRole('link', { name: 'Gardener' }).click();
    await page.getByText('Library card number').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(server.origin);
    await inLanguage(page, 'en');
    await page.getByRole('button', { name: '中文', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('changes the form under what was typed, and keeps it', async () => {
    const { page, complaints } = await suite.open(size, 'zh-CN');
    await enter(page, server.origin, gardener, `/applications/${id}/plan`);
    await page.locator('[id="/plan/title"]').fill('Beans by the river');
    expect(await labelOf(page, '/plan/title')).toContain('名称');
    await page.getByRole('radio', { name: '是', exact: true }).waitFor();
    await page.getByRole('button', { name: '开始月份 待定' }).click();
    expect(await page.locator('[id="/plan/start"]').inputValue()).toBe('待定');
    expect(await overflow(page)).toBe(0);
    await choose(page, 'English', size);
    await inLanguage(page, 'en');
    expect(await page.locator('[id="/plan/title"]').inputValue()).toBe('Beans by the river');
    expect(await labelOf(page, '/plan/title')).toContain('Title');
    expect(await page.locator('[id="/plan/start"]').inputValue()).toBe('undecided');
    await page.getByRole('radio', { name: 'yes', exact: true }).waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect((await stage.view(gardener, id)).sections.plan?.value).toMatchObject({ start: 'undecided' });
    await page.goto(`${server.origin}/`);
    await page.getByText('Single plot').first().waitFor();
    await choose(page, '中文', size);
    await inLanguage(page, 'zh-CN');
    await page.getByText('单块地').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows a desk its queues, and a print, in the language of whoever looks', async () => {
    await stage.complete(gardener, id, 'complete');
    await stage.fire(gardener, id, 'SUBMIT');
    const { page, complaints } = await suite.open(size, 'zh-CN');
    await enter(page, server.origin, await stage.organisation('north-gardens'), '/queues/application/todo');
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await page.getByText('协会审核中').first().waitFor();
    expect(await overflow(page)).toBe(0);
    await choose(page, 'English', size);
    await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
    await page.getByText('At the association').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${server.origin}/api/cases/${id}/sheets/card.html`);
    expect(await languageOf(page)).toBe('en');
    await page.getByText('Contact: ').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
