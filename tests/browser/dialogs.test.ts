import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { HEALTH } from '../journeys/harness.ts';
import { sharedBrowser } from '../support/browser.ts';
import { demonstration } from '../support/demonstration.ts';
import { turnTo } from './applicant/desk.ts';

const { enter, server } = demonstration(HEALTH);
const suite = sharedBrowser();

/** What is sent to change something while a step is taken. */
async function writesDuring(page: Page, step: () => Promise<void>): Promise<string[]> {
  const writes: string[] = [];
  const note = (request: { method: () => string; url: () => string }) => {
    if (['POST', 'PUT', 'DELETE'].includes(request.method())) writes.push(request.url());
  };
  page.on('request', note);
  await step();
  page.off('request', note);
  return writes.filter((url) => !url.includes('/challenges'));
}

/** Two presses on a button that opens a dialog: it stays open, once, and the second press does nothing in it. */
async function pressTwice(page: Page, button: Locator): Promise<void> {
  const dialogs = page.locator('.ant-modal:visible, .ant-drawer-section:visible');
  const before = await dialogs.count();
  const writes = await writesDuring(page, async () => {
    await button.dblclick();
    await dialogs.first().waitFor();
    await page.waitForLoadState('networkidle');
  });
  expect(writes).toEqual([]);
  expect(await dialogs.count()).toBe(before + 1);
  await page.keyboard.press('Escape');
  await dialogs.first().waitFor({ state: 'hidden' });
}

describe('a double click on what opens a dialog leaves it open', () => {
  it('for an applicant: deleting a row, a file, an application; handing in', async () => {
    const { page, complaints } = await enter('draft-clinical');
    await turnTo(page, 'achievements');
    await pressTwice(page, page.locator('.row-tools button', { hasText: '删除' }).first());
    await page.locator('.file button').first().click();
    await pressTwice(page, page.getByRole('menuitem', { name: '删除' }));
    await turnTo(page, 'confirm');
    await pressTwice(page, page.getByRole('button', { name: '确认提交' }));
    const pending = await enter('pending-own-gp');
    await pressTwice(
      pending.page,
      pending.page.locator('.application').getByRole('button', { name: '删除' }),
    );
    expect([...complaints, ...pending.complaints]).toEqual([]);
  });

  it('for a desk: many at once, returning, rejecting, striking, passing', async () => {
    const { page, complaints } = await enter('commission-a');
    await page.locator('[data-case]').first().waitFor();
    await page.locator('thead input[type=checkbox]').check();
    await pressTwice(page, page.locator('.bulk button', { hasText: '审核通过' }));
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    await pressTwice(page, page.locator('[data-strike]').first());
    for (const name of ['审核退回', '审核不通过'])
      await pressTwice(page, page.locator('.decision').getByRole('button', { name, exact: true }));
    await page.locator('[id="/decision/signatory"]').fill('测试负责人');
    await pressTwice(page, page.locator('.decision button[type=submit]'));
    expect(complaints).toEqual([]);
  });

  it('for accounts: adding, resetting, freezing, deleting', async () => {
    const { page, complaints } = await enter('commission-a');
    await page.goto(`${server().origin}/accounts`);
    await pressTwice(page, page.getByRole('button', { name: '添加本单位用户' }));
    for (const entry of ['初始化密码', '冻结']) {
      await page.locator('tr', { hasText: 'township-a' }).first().locator('button').click();
      await pressTwice(page, page.getByRole('menuitem', { name: entry, exact: true }));
    }
    expect(complaints).toEqual([]);
  });

  it('for a visitor who chooses a unit, and keeps what was typed when the page beside it is pressed', async () => {
    const { page, complaints } = await suite.open();
    await page.goto(`${server().origin}/register/applicant`);
    await pressTwice(page, page.locator('[id="/person/unitId"]'));
    await page.locator('[id="/person/unitId"]').click();
    const picker = page.locator('.organisation-picker');
    await picker.getByRole('textbox').fill('演示');
    await page.mouse.click(20, 400);
    expect(await picker.getByRole('textbox').inputValue()).toBe('演示');
    expect(complaints).toEqual([]);
  });
});
