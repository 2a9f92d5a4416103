/**
 * The third programme in the browser: a theatre and a producer register and are admitted, the
 * producer fills in and hands in without a mouse, the desks review, the bureau grants the best, the letter is opened.
 */
import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '#core/validate/index.ts';
import { THEATRE } from '../journeys/harness.ts';
import { type Kind, mainly } from '../journeys/kinds.ts';
import { PASSWORD, Stage } from '../journeys/stage.ts';
import { axeFindings, overflow, sharedBrowser } from '../support/browser.ts';
import { chromiumPath } from '../support/chromium.ts';
import { pressAt, typeAt } from '../support/keyboard.ts';
import { eventually } from '../support/page.ts';
import { KeyTypist } from '../support/typing/key-typist.ts';
import { enter } from '../support/users.ts';
import { credentialsByKey, fillByKey } from './registrar/by-key.ts';
import { Registrar } from './registrar/index.ts';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const SHOTS = process.env.SHOTS;
const THEATRE_ID = 'cellar';
const PRODUCER = 'producer-a';

describe.each(mainly('sqlite'))('the theatre fund in the browser, on %s', (kind: Kind) => {
  const suite = sharedBrowser();
  const complaints: string[][] = [];
  const windows = new Map<string, Page>();
  let registrar: Registrar;
  let stage: Stage;

  beforeAll(async () => {
    const changes = { jobsAtOnce: 0, chromiumPath: chromiumPath() ?? null };
    registrar = await Registrar.open({ definitions: THEATRE, pages: suite.pages, kind, changes });
    stage = await Stage.open(registrar.server);
    for (const desk of ['panel', 'finance']) await stage.organisation(desk);
  });
  afterAll(async () => {
    for (const page of windows.values()) await page.context().close();
    await registrar?.server.stop();
    expect(complaints.flat()).toEqual([]);
  });

  async function windowOf(who: string): Promise<Page> {
    const known = windows.get(who);
    if (known) return known;
    const watched = await suite.open();
    complaints.push(watched.complaints);
    windows.set(who, watched.page);
    return watched.page;
  }

  /** The window of a desk at an address; who has not typed a password there comes with the session that it has. */
  async function at(who: string, path: string): Promise<Page> {
    const page = await windowOf(who);
    if (page.url() === 'about:blank')
      await enter(page, registrar.server.origin, await stage.organisation(who), path);
    else await page.goto(`${registrar.server.origin}${path}`);
    return page;
  }

  /** Registers somebody of the demonstration by keys alone. */
  async function register(id: string): Promise<void> {
    const { organisations, people } = registrar.demo;
    const one = [...organisations, ...people].find((candidate) => candidate.id === id);
    if (!one?.form || !one.sections) throw new Error(`the demonstration has nobody called ${id}`);
    const page = await windowOf(id);
    await page.goto(`${registrar.server.origin}/register/${one.form}`);
    await credentialsByKey(page, id);
    await fillByKey(page, registrar, { ...one, form: one.form, sections: one.sections });
    await shoot(page, `${one.form}-registers`);
    await pressAt(page.locator('form button[type=submit]'));
    await page.locator('.sent').waitFor();
  }

  /** Opens the first case of a queue and decides it with its main event. */
  async function decide(who: string, queue: string, answers: Record<string, string> = {}): Promise<void> {
    const page = await at(who, `/queues/${queue}`);
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    for (const [field, text] of Object.entries(answers))
      await page.locator(`[id="/decision/${field}"]`).fill(text);
    await shoot(page, `${who}-decides`);
    await page.locator('.decision button[type=submit]').click();
    const sure = page.locator('.ant-modal-confirm-btns .ant-btn-primary');
    await sure.or(page.locator('.empty')).first().waitFor();
    if (await sure.count()) await sure.click();
    await page.locator('.empty').waitFor();
  }

  async function logIn(who: string): Promise<Page> {
    const page = await windowOf(who);
    await page.goto(registrar.server.origin);
    await typeAt(page.locator('#username'), who);
    await typeAt(page.locator('#password'), PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.header').waitFor();
    return page;
  }

  async function fillOverHttp(page: Page): Promise<void> {
    await page.locator('.form-page').waitFor();
    const [, id = ''] = /applications\/([^/]+)/.exec(page.url()) ?? [];
    await stage.complete(await stage.admitted(PRODUCER), id, 'complete');
    await page.reload();
  }

  /** Another candidate with as large a sum, over HTTP: it is there for the list alone. */
  async function candidate(name: string, points: number): Promise<void> {
    const applicant = await stage.person(PRODUCER, name, { name, card: `ZZ-${name}` });
    const id = await stage.fill(applicant, 'complete');
    await stage.fire(applicant, id, 'SUBMIT');
    await stage.fire(await stage.organisation(THEATRE_ID), id, 'PASS', { opinion: '同意' });
    await stage.fire(await stage.organisation('panel'), id, 'SCORE', { opinion: '可', points });
    await stage.fire(await stage.organisation('finance'), id, 'PASS', { opinion: '属实' });
  }

  async function shoot(page: Page, name: string): Promise<void> {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${kind}-${name}.png`, fullPage: true });
  }

  /** Nothing is wider than the window and axe finds nothing, on a desktop and, in the dark, on a phone. */
  async function seen(page: Page, name: string): Promise<void> {
    if (kind !== 'sqlite') return;
    for (const [size, colorScheme] of [
      [PHONE, 'dark'],
      [DESKTOP, 'light'],
    ] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await shoot(page, `${name}-${colorScheme}`);
      expect(await overflow(page), `${name}, ${colorScheme}`).toBe(0);
      expect(await axeFindings(page), `${name}, ${colorScheme}`).toEqual([]);
    }
  }

  it('a theatre registers and is admitted by the bureau, a producer by the theatre', async () => {
    await register(THEATRE_ID);
    await decide('bureau', 'account/pending');
    await stage.admitted(THEATRE_ID);
    await logIn(THEATRE_ID);
    await register(PRODUCER);
    await decide(THEATRE_ID, 'account/pending');
  });

  it('the producer fills in the form key by key, with rows inside rows and money, and hands it in', async () => {
    const page = await logIn(PRODUCER);
    await pressAt(page.getByRole('button', { name: '开始填写 新剧首演' }));
    await pressAt(page.getByRole('dialog').getByRole('button', { name: '开始填写' }));
    const { cases } = registrar.edition.definition;
    const example = cases.find(({ id }) => id === 'complete');
    if (!example) throw new Error('the example is not there');
    const { application } = openCase(registrar.edition, example, cases);
    // On the other database the screens are the same: there the answers come over HTTP.
    if (kind === 'sqlite') await new KeyTypist(page, registrar.edition).application(application);
    else await fillOverHttp(page);
    await page.locator('.menu a[href$="/money"]').click();
    await page.locator('[id="/finances/gross"]').waitFor();
    expect(await page.locator('[id="/finances/gross"]').innerText()).toBe('4,029.40');
    expect(await page.locator('[id="/finances/inWords"]').innerText()).toBe('叁仟伍佰贰拾玖元叁角伍分');
    expect(await page.locator('[id="/performances"]').innerText()).toContain('音响租赁 2.5×480.50=1,201.25');
    await seen(page, 'money');
    await page.locator('.menu a[href$="/confirm"]').click();
    await page.locator('.ready').waitFor();
    await pressAt(page.locator('.actions .ant-btn-primary'));
    await pressAt(page.locator('.ant-modal-footer .ant-btn-primary'));
    await eventually(() => page.locator('.application .state').innerText()).toBe('剧场确认');
    await seen(page, 'home');
  });

  it('the theatre passes it; the sum leads it to panel and finance side by side', async () => {
    await decide(THEATRE_ID, 'application/todo', { opinion: '档期已确认' });
    await at('finance', '/queues/application/todo').then((page) => page.locator('[data-case]').waitFor());
    await decide('panel', 'application/todo', { opinion: '构思完整', points: '82.5' });
    await decide('finance', 'application/todo', { opinion: '金额属实' });
  });

  it('the bureau sees the list with its line and grants the best', async () => {
    await candidate('测试制作人最佳', 91);
    await candidate('测试制作人末位', 60.5);
    const page = await at('bureau', '/queues/application/candidates');
    await page.locator('.toolbar button.ant-btn-primary').click();
    const line = page.locator('tr.last-taken');
    await line.waitFor();
    expect(await line.innerText()).toContain('测试制作人甲');
    expect(await page.locator('.ranked tbody tr').count()).toBe(3);
    await seen(page, 'ranking');
    await pressAt(page.locator('.actions .ant-btn-primary'));
    await pressAt(page.locator('.asked button[type=submit]'));
    await eventually(() => page.locator('[data-case]').allInnerTexts()).toEqual(['测试制作人末位']);
  });

  it('the producer opens the letter, two of it on a sheet', async () => {
    const page = await at(PRODUCER, '/');
    await page.locator('.application footer a').first().click();
    await page.locator('.menu a[href$="/sheets"]').click();
    const links = page.locator('.sheets a[href*="/letter."]');
    await links.first().waitFor();
    await seen(page, 'sheets');
    const [popup] = await Promise.all([page.context().waitForEvent('page'), links.first().click()]);
    await popup.getByText('雨夜来信').first().waitFor();
    await popup.close();
    const href = (await links.last().getAttribute('href')) ?? '';
    const answer = await page.request.get(new URL(href, registrar.server.origin).href);
    const text = execFileSync('pdftotext', ['-raw', '-', '-'], {
      input: await answer.body(),
      encoding: 'utf8',
    });
    expect(text.replace(/\s/g, '').split('大写：叁仟伍佰贰拾玖元叁角伍分')).toHaveLength(3);
  });
});
