import { describe, expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings, overflow } from '../../support/browser.ts';
import { demonstration } from '../../support/demonstration.ts';
import { eventually, focused } from '../../support/page.ts';
import { waitingIn } from './desk.ts';

const PHONE = { width: 390, height: 844 };

const { enter } = demonstration(HEALTH);

describe('a case', () => {
  it('is read with its evidence beside it, struck in one row, passed, and delivered with its queue', async () => {
    const { page, complaints } = await enter('municipal-other');
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    await page.keyboard.press('j');
    await page.locator('.viewer iframe').waitFor();
    const src = await page.locator('.viewer iframe').getAttribute('src');
    expect(src).toMatch(/^\/api\/files\//);
    expect(await axeFindings(page)).toEqual([]);

    const opinion = page.locator('[id="/decision/opinion"]');
    await opinion.fill('同意推荐，已核对。');
    const strike = page.locator('[data-strike]').first();
    const place = await strike.getAttribute('data-strike');
    await strike.click();
    const asked = await page.locator('.asked').innerText();
    expect(asked).toContain('第 1 行 · ');
    expect(asked).not.toContain('1 人');
    await page.locator('.asked button[type=submit]').click();
    await page.locator('tr.struck').waitFor();
    const tag = page.locator('tr.struck td.strike');
    expect(await tag.evaluate((cell) => getComputedStyle(cell).textDecorationLine)).toBe('none');
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-strike'))).toBe(
      place,
    );
    await page.locator(`[data-strike="${place}"]`).click();
    await page.locator('.asked button[type=submit]').click();
    await page.locator('tr.struck').waitFor({ state: 'detached' });

    expect(await opinion.inputValue()).toBe('同意推荐，已核对。');
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

  it('shows what has changed when somebody else was quicker, and does nothing', async () => {
    const [first, second] = await Promise.all([enter('talent-agency-a'), enter('talent-agency-a')]);
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

  it('stays open, with the opinion that is being written, after an event that moves nothing', async () => {
    const { page, complaints } = await enter('direct-hospital');
    await page.locator('[data-case]').first().click();
    const opinion = page.locator('[id="/decision/opinion"]');
    await opinion.fill('同意推荐，材料属实。');
    const address = page.url();
    await page.getByRole('button', { name: '公示结果录入' }).click();
    const [from, to] = [page.locator('[id="/asked/from"]'), page.locator('[id="/asked/to"]')];
    for (const [field, date] of [
      [from, '2026-04-14'],
      [to, '2026-04-21'],
    ] as const) {
      await field.click();
      await page.keyboard.type(date);
      await page.keyboard.press('Tab');
    }
    await page.locator('.asked button[type=submit]').click();
    await page.getByText('公示结果录入：已完成 1 人').waitFor();
    await page.locator('.asked').waitFor({ state: 'detached' });
    await eventually(() => page.locator('dd', { hasText: '2026-04-14' }).count()).toBeGreaterThan(0);
    expect(page.url()).toBe(address);
    expect(await opinion.inputValue()).toBe('同意推荐，材料属实。');
    expect(complaints).toEqual([]);
  });

  it('is corrected where this desk may write, and saved', async () => {
    const { page, complaints } = await enter('direct-hospital');
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

  it('has a number masked for whoever only looks, and shows it whole when asked', async () => {
    const { page, complaints } = await enter('direct-tcm-hospital');
    await page.locator('.menu a', { hasText: '已提交市卫健委' }).first().click();
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    const number = page.locator('[id="/cover/idNumber"] dd');
    expect(await number.innerText()).toMatch(/^\d{4}\*{10}\d{3}[\dX]/);
    await number.getByRole('button', { name: '显示完整的身份证号码' }).click();
    await eventually(() => number.innerText()).toMatch(/^\d{17}[\dX]$/);
    expect(complaints).toEqual([]);
  });

  it('fits a phone: cards, one button at the bottom, nothing wider than the window', async () => {
    const { page, complaints } = await enter('township-a', PHONE);
    await page.locator('.queue-cards .card').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(
      await page.locator('.decision .actions').evaluate((element) => getComputedStyle(element).position),
    ).toBe('fixed');
    expect(complaints).toEqual([]);
  });
});
