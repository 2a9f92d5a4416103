import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFindings,
  logIn,
  overflow,
  type RunningServer,
  sharedBrowser,
  startServer,
} from '../support/browser.ts';

const PHONE = { width: 390, height: 844 };

const suite = sharedBrowser();
const { pages } = suite;
let health: RunningServer;
let gardens: RunningServer;

const accountOf = ({ accounts }: RunningServer, username: string) => {
  const account = accounts.find((one) => one.username === username);
  if (!account) throw new Error(`the demonstration has no account ${username}`);
  return account;
};

/** A page on which somebody of the demonstration has logged in. */
async function enter(server: RunningServer, username: string, size?: { width: number; height: number }) {
  const watched = await suite.open(size);
  await logIn(watched.page, server.origin, accountOf(server, username));
  return watched;
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const waitingIn = (page: Page, title: string): Promise<string> =>
  page.locator('.menu a', { hasText: title }).first().locator('.badge > span').first().innerText();

/** Waits for something that takes the server or the page a moment. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

beforeAll(async () => {
  health = await startServer('definitions/chongqing-health-titles', pages);
  gardens = await startServer('tests/fixtures/programmes/garden-grants', pages);
}, 240_000);

afterAll(async () => {
  await health?.close();
  await gardens?.close();
});

describe('the first page', () => {
  it('says at the field what is missing, in the server’s words what was refused, and lets people in', async () => {
    const { page, complaints } = await suite.open();
    await page.goto(health.origin);
    await page.locator('input[name=username]').waitFor();
    expect(await focused(page)).toBe('username');
    expect(await page.locator('.registrations a').count()).toBe(2);
    await page.keyboard.press('Enter');
    await page.locator('#username-error').waitFor();
    expect(await page.locator('#password-error').innerText()).toBe('请填写密码');
    await page.locator('#username').fill('cdc-a');
    await page.locator('#password').fill('not the password');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toMatch(/用户名|密码/);
    await eventually(() => focused(page)).toBe('password');
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('#password').fill(accountOf(health, 'cdc-a').password);
    await page.keyboard.press('Enter');
    await page.locator('.menu').waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens the address that was asked for once somebody has logged in', async () => {
    const { page } = await suite.open();
    await page.goto(`${health.origin}/queues/account/approved`);
    const { username, password } = accountOf(health, 'community-a');
    await page.locator('#username').fill(username);
    await page.locator('#password').fill(password);
    await page.keyboard.press('Enter');
    await page.locator('[data-case]').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/queues/account/approved');
  });

  it('changes a password: the policy is ticked off while typing, a weak one is refused, the new one serves', async () => {
    const account = accountOf(gardens, 'quay-gardens');
    const { page, complaints } = await enter(gardens, 'quay-gardens');
    await page.goto(`${gardens.origin}/password`);
    await page.locator('#current').fill(account.password);
    await page.locator('#next').fill('short');
    await page.locator('#repeated').fill('short');
    expect(await page.locator('.policy .met').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.locator('#next-error').waitFor();
    await eventually(() => focused(page)).toBe('next');
    const next = 'Runner+beans+7+rows';
    await page.locator('#next').fill(next);
    await page.locator('#repeated').fill(next);
    expect(await page.locator('.policy li:not(.met)').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.header').waitFor();
    const again = await suite.open();
    await logIn(again.page, gardens.origin, { username: 'quay-gardens', password: next });
    expect([...complaints, ...again.complaints]).toEqual([]);
  });
});

describe('a queue', () => {
  it('is worked by keyboard: down, select, open, and back to the same row', async () => {
    const { page, complaints } = await enter(health, 'commission-a');
    await page.locator('[data-case]').nth(2).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const chosen = await page.evaluate(() => document.activeElement?.getAttribute('data-case'));
    expect(chosen).toBe(await page.locator('[data-case]').nth(1).getAttribute('data-case'));
    await page.keyboard.press('x');
    await page.getByText('已选 1 人').waitFor();
    await page.keyboard.press('?');
    await page.locator('.keys').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.keys').waitFor({ state: 'detached' });
    await page.locator(`[data-case="${chosen}"]`).focus();
    await page.keyboard.press('Enter');
    await page.locator('.case-text').waitFor();
    await page.keyboard.press('u');
    await page.locator('[data-case]').first().waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-case')))
      .toBe(chosen);
    expect(complaints).toEqual([]);
  });

  it('finds by name', async () => {
    const { page } = await enter(health, 'commission-a');
    const name = await page.locator('[data-case]').first().innerText();
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await eventually(() => page.locator('[data-case]').count()).toBe(1);
    await page.keyboard.type('zz');
    await page.locator('.empty').waitFor();
    expect(await page.locator('.empty').innerText()).toContain(`${name}zz`);
  });

  it('passes several at once, and says whom before it does', async () => {
    const { page, complaints } = await enter(health, 'commission-a');
    await page.locator('[data-case]').nth(2).waitFor();
    const names = (await page.locator('[data-case]').allInnerTexts()).slice(0, 2);
    for (const name of names) await page.getByRole('checkbox', { name: `选择 ${name}` }).check();
    await page.locator('.bulk button', { hasText: '审核通过' }).click();
    await page.locator('.asked .fields').waitFor();
    const sentence = await page.locator('.asked p').first().innerText();
    expect(sentence).toContain('2 人');
    for (const name of names) expect(sentence).toContain(name);
    expect(await page.locator('.asked textarea').inputValue()).toBe('同意推荐。');
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('.asked button[type=submit]').click();
    await eventually(() => focused(page)).toBe('/asked/signatory');
    await page.keyboard.type('测试负责人');
    await page.locator('.asked button[type=submit]').click();
    await eventually(() => page.locator('[data-case]').count()).toBe(1);
    await eventually(() => waitingIn(page, '待审核')).toBe('1');
    expect(complaints).toEqual([]);
  });

  it('goes out as an Excel file', async () => {
    const { page, complaints } = await enter(health, 'direct-hospital');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.toolbar button', { hasText: '导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(complaints).toEqual([]);
  });

  it('says before a whole queue goes who stands in the way, and lets nothing go', async () => {
    const { page, complaints } = await enter(health, 'direct-hospital');
    await page.goto(`${health.origin}/queues/application/passed`);
    await page.locator('.toolbar button.ant-btn-primary').click();
    await page.locator('.rows tbody tr').first().waitFor();
    expect(await page.locator('.actions .ant-btn-primary').isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('a case', () => {
  it('is read with its evidence beside it, struck in one row, passed, and delivered with its queue', async () => {
    const { page, complaints } = await enter(health, 'municipal-other');
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    await page.keyboard.press('j');
    await page.locator('.viewer iframe').waitFor();
    const src = await page.locator('.viewer iframe').getAttribute('src');
    expect(src).toMatch(/^\/api\/files\//);
    expect(await axeFindings(page)).toEqual([]);

    const strike = page.locator('[data-strike]').first();
    const place = await strike.getAttribute('data-strike');
    await strike.click();
    await page.locator('.asked button[type=submit]').click();
    await page.locator('tr.struck').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-strike')))
      .toBe(place);
    await page.locator(`[data-strike="${place}"]`).click();
    await page.locator('.asked button[type=submit]').click();
    await page.locator('tr.struck').waitFor({ state: 'detached' });

    await page.locator('.decision button[type=submit]').click();
    await eventually(() => focused(page)).toBe('/decision/signatory');
    await page.keyboard.type('测试负责人');
    await page.keyboard.press('Enter');
    await page.locator('.ant-modal-confirm-btns .ant-btn-primary').click();
    await page.locator('.empty').waitFor();
    await eventually(() => waitingIn(page, '审核通过')).toBe('1');

    await page.locator('.menu a', { hasText: '审核通过' }).first().click();
    await page.locator('.toolbar button.ant-btn-primary').click();
    await page.locator('.actions .ant-btn-primary').click();
    expect(await page.locator('.asked p').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('1 人')]),
    );
    await page.locator('.asked button[type=submit]').click();
    await page.locator('.empty').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says what has changed when somebody else was quicker, and does nothing', async () => {
    const [first, second] = await Promise.all([
      enter(health, 'talent-agency-a'),
      enter(health, 'talent-agency-a'),
    ]);
    for (const { page } of [first, second]) {
      await page.locator('[data-case]').first().click();
      await page.locator('.decision form').waitFor();
    }
    await first.page.getByRole('button', { name: '审核退回' }).click();
    await first.page.locator('.asked textarea').fill('请补充材料');
    await first.page.locator('.asked button[type=submit]').click();
    await first.page.locator('.empty').waitFor();
    await second.page.locator('.decision input').first().fill('测试负责人');
    await second.page.locator('.decision button[type=submit]').click();
    await second.page.locator('.ant-modal-confirm-btns .ant-btn-primary').click();
    await second.page.locator('.changes').waitFor();
    expect(await second.page.locator('.changes').innerText()).toContain('审核退回');
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });

  it('is corrected where this desk may write, and saved', async () => {
    const { page, complaints } = await enter(health, 'direct-hospital');
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    await page.getByRole('button', { name: /更正$/ }).first().click();
    const section = page.locator('.read-section', { has: page.locator('.fields') });
    const input = section.locator('input[type=text]:not([readonly])').first();
    await input.fill('更正后的内容');
    await section.getByRole('button', { name: /完成更正$/ }).click();
    await section.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('更正后的内容').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('fits a phone: cards, one button at the bottom, nothing runs over the edge', async () => {
    const { page, complaints } = await enter(health, 'township-a', PHONE);
    await page.locator('.queue-cards .card').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.locator('.decision .actions').evaluate((bar) => getComputedStyle(bar).position)).toBe(
      'fixed',
    );
    expect(complaints).toEqual([]);
  });
});

describe('another programme, in another language', () => {
  it('is reviewed at the same screens', async () => {
    const { page, complaints } = await enter(gardens, 'treasury');
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/\p{Script=Han}/u);
    expect(await page.locator('.decision textarea').inputValue()).toBe('In favour');
    await page.locator('.decision button[type=submit]').click();
    await page.locator('.toolbar').waitFor();
    await eventually(() => waitingIn(page, 'To do')).toBe('0');
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
