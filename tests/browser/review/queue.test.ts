import { describe, expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { demonstration } from '../../support/demonstration.ts';
import { eventually, focused } from '../../support/page.ts';
import { waitingIn } from './desk.ts';

const { enter, server } = demonstration(HEALTH);

describe('a queue', () => {
  it('is worked by keyboard: down, select, open, and back to the same row', async () => {
    const { page, complaints } = await enter('commission-a');
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
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-case'))).toBe(
      chosen,
    );
    expect(complaints).toEqual([]);
  });

  it('is searched, and is so again after a case, a reload and on the way back', async () => {
    const { page } = await enter('commission-a');
    const name = await page.locator('[data-case]').first().innerText();
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await eventually(() => page.locator('[data-case]').count()).toBe(1);
    await page.keyboard.type('zz');
    await page.locator('.empty').waitFor();
    expect(await page.locator('.empty').innerText()).toContain(`${name}zz`);
    for (const _ of 'zz') await page.keyboard.press('Backspace');
    const one = async () => {
      await eventually(() => page.locator('[data-case]').allInnerTexts()).toEqual([name]);
      expect(await page.locator('.toolbar input').inputValue()).toBe(name);
    };
    const read = async () => {
      await page.locator('[data-case]').first().click();
      await page.locator('.case-text').waitFor();
    };
    await one();
    await read();
    await page.keyboard.press('u');
    await one();
    await read();
    await page.goBack();
    await one();
    await page.reload();
    await one();
    await page.locator('.menu a', { hasText: '待审核' }).first().click();
    await eventually(() => page.locator('[data-case]').count()).toBe(3);
    expect(await page.locator('.toolbar input').inputValue()).toBe('');
  });

  it('is searched by unit', async () => {
    const { page } = await enter('commission-a');
    await page.locator('[data-case]').nth(2).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('社区卫生');
    await eventually(() => page.locator('[data-case]').allInnerTexts()).toEqual(['演示医师三']);
  });

  it('passes several at once, and says whom before it does', async () => {
    const { page, complaints } = await enter('commission-a');
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

  it('is exported as an Excel file', async () => {
    const { page, complaints } = await enter('direct-hospital');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.toolbar button', { hasText: '导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(complaints).toEqual([]);
  });

  it('shows before a batch which cases block it, and does not fire it', async () => {
    const { page, complaints } = await enter('direct-hospital');
    await page.goto(`${server().origin}/queues/application/passed`);
    await page.locator('.toolbar button.ant-btn-primary').click();
    await page.locator('.rows tbody tr').first().waitFor();
    expect(await page.locator('.actions .ant-btn-primary').isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
