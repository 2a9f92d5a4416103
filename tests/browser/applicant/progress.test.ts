import { describe, expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings, overflow } from '../../support/browser.ts';
import { demonstration } from '../../support/demonstration.ts';
import { hasFocus, pressAt } from '../../support/keyboard.ts';
import { eventually, focused } from '../../support/page.ts';
import { honestPdf } from '../../support/pdfs.ts';
import { at, noted, save, turnTo } from './desk.ts';

const PHONE = { width: 390, height: 844 };

const { enter } = demonstration(HEALTH);

describe('a complete draft', () => {
  it('has evidence deleted and uploaded again, reports a stale signed print, and is handed in', async () => {
    const { page, complaints } = await enter('draft-clinical');
    await page.locator('.missing').getByRole('link', { name: '信息确认' }).waitFor();
    await turnTo(page, 'achievements');
    const slot = at(page, '/workload~signedSheet');
    await slot.getByRole('link', { name: /打印/ }).waitFor();
    const weeks = at(page, '/workload/cells/workWeeks/2025');
    await weeks.fill('45');
    await weeks.blur();
    await slot.locator('.problem').waitFor();
    await save(page);
    await noted(page, '已保存，本页还差 1 项');
    await slot.getByRole('button', { name: /编辑/ }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await slot.locator('.file').waitFor({ state: 'detached' });
    await slot
      .locator('input[type=file]')
      .setInputFiles({ name: '印证.pdf', mimeType: 'application/pdf', buffer: await honestPdf(2) });
    await slot.locator('.file', { hasText: '印证.pdf' }).waitFor();
    expect(await slot.locator('.file').innerText()).toContain('2 页');
    await eventually(() => slot.locator('.problem').count()).toBe(0);

    await turnTo(page, 'confirm');
    await page.locator('.ready').waitFor();
    await page.getByRole('button', { name: '确认提交' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click();
    await eventually(() => page.locator('.application .state').innerText()).toMatch(/^待/);
    expect(await page.locator('.application').innerText()).toContain('正在等待');
    await turnTo(page, 'basic');
    expect(await page.locator('.locked').innerText()).toContain('不能修改');
    expect(
      await page.locator('.form-page').locator('input:not([readonly]), textarea, select, .actions').count(),
    ).toBe(0);
    expect(await at(page, '/basic/education/school').innerText()).toBe('演示医科大学');
    expect(complaints).toEqual([]);
  });

  it('is deleted by its applicant as long as nobody has decided, and may be started again', async () => {
    const { page, complaints } = await enter('pending-own-gp');
    const card = page.locator('.application');
    await card.getByRole('button', { name: '删除' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('不能恢复');
    await dialog.getByRole('button', { name: '删除' }).click();
    await card.waitFor({ state: 'detached' });
    await page.locator('.offered li').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('opinions', () => {
  it('are above a returned application with who and when, and what has been changed since', async () => {
    const { page, complaints } = await enter('returned-own-nurse');
    const banner = page.locator('.returned-banner');
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(
      /演示甲区第一卫生院.*退回.*\d{4}-\d\d-\d\d[\s\S]*学习培训经历第2行/,
    );
    expect(await page.locator('.application').getByRole('button', { name: '删除' }).count()).toBe(0);
    await pressAt(page.getByRole('button', { name: /^通知/ }));
    await eventually(() => hasFocus(page.locator('.notices-box'))).toBe(true);
    await page.keyboard.press('Tab');
    expect(await hasFocus(page.locator('.notices a').first())).toBe(true);
    await page.keyboard.press('Escape');
    await turnTo(page, 'cover');
    expect(await page.locator('.changed').count()).toBe(0);
    await at(page, '/cover/researchDirection').fill('改后的方向');
    await save(page);
    await page.locator('.changed').waitFor();
    expect(await banner.innerText()).toContain('退回后已修改：封面');
    await turnTo(page, 'opinions');
    expect(await page.locator('.opinions li').innerText()).toMatch(/退回意见\s+学习培训经历第2行/);
    expect(complaints).toEqual([]);
  });

  it('of a rejected one give the reason, and nothing can be started in this cycle', async () => {
    const { page, complaints } = await enter('rejected-own-nurse');
    await page.locator('.last-word').waitFor();
    expect(await page.locator('.last-word').innerText()).toContain('审核不通过');
    expect(await page.locator('.page').innerText()).toContain('本周期内不能再次申报');
    expect(await page.locator('.offered').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('prints are set for each sheet alone, within bounds', async () => {
    const { page, complaints } = await enter('returned-level1-imaging');
    await turnTo(page, 'sheets');
    const [sheet] = await page.locator('.sheets li').all();
    if (!sheet) throw new Error('there is no sheet');
    await sheet.locator('summary').click();
    const size = at(page, '/settings-review-form/fontSize');
    await size.fill('99');
    await sheet.getByRole('button', { name: '保存设置' }).click();
    await sheet.locator('.problem').waitFor();
    await eventually(() => focused(page)).toBe('/settings-review-form/fontSize');
    await size.fill('12');
    await sheet.getByRole('button', { name: '保存设置' }).click();
    await noted(page, '设置已保存');
    const [print] = await Promise.all([
      page.waitForEvent('popup'),
      sheet.getByRole('link', { name: /网页/ }).click(),
    ]);
    await print.waitForLoadState();
    expect(await print.content()).toMatch(/font-size:\s*12pt/);
    await sheet.getByRole('button', { name: '恢复默认' }).click();
    await eventually(() => size.inputValue()).toBe('10.5');
    expect(complaints).toEqual([]);
  });

  it('a sheet is printed by a button; what is chosen for people is said to be', async () => {
    const { page, complaints } = await enter('returned-level1-imaging');
    await turnTo(page, 'sheets');
    const sheet = page.locator('.sheets li', { hasText: '公示' });
    await sheet.locator('summary').click();
    await at(page, '/settings-publicity-sheet/fontSize').waitFor();
    expect(await at(page, '/settings-publicity-sheet/fontSize').getAttribute('placeholder')).toBe('自动');
    // The dialog of the browser is nothing that a page can see: its frames note that they were asked to open it.
    await page.addInitScript(() => {
      window.print = () => void Object.assign(window.top ?? window, { asked: document.title });
    });
    await sheet.getByRole('button', { name: /^打印/ }).click();
    await eventually(() => page.evaluate(() => (window as { asked?: string }).asked)).toContain('公示');
    expect(await page.frames()[1]?.locator('.paper-name').textContent()).toContain('A3 横向');
    expect(complaints).toEqual([]);
  });
});

describe('on a phone', () => {
  it('the notices fit into the window', async () => {
    const { page } = await enter('returned-own-nurse', PHONE);
    await page.getByRole('button', { name: /^通知/ }).click();
    await eventually(() => hasFocus(page.locator('.notices-box'))).toBe(true);
    const { x, width } = (await page.locator('.notices-box').boundingBox()) ?? { x: -1, width: 0 };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(PHONE.width);
  });

  it('nothing is wider than the page, the action is at the bottom edge, and axe finds nothing', async () => {
    const { page, complaints } = await enter('draft-military', PHONE);
    await page.locator('.missing').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    for (const id of ['history', 'achievements', 'integrity', 'confirm', 'sheets', 'opinions', 'basic']) {
      await turnTo(page, id);
      expect([id, await overflow(page)]).toEqual([id, 0]);
      expect([id, await axeFindings(page)]).toEqual([id, []]);
    }
    const action = await page.getByRole('button', { name: '保存并下一页' }).boundingBox();
    expect((action?.y ?? 0) + (action?.height ?? 0)).toBeGreaterThan(PHONE.height - 24);
    expect(complaints).toEqual([]);
  });
});
