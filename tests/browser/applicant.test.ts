import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFindings,
  logIn,
  overflow,
  type RunningServer,
  sharedBrowser,
  startServer,
} from '../support/browser.ts';
import { chooseOption } from '../support/choose.ts';
import { honestPdf } from '../support/pdfs.ts';

const PHONE = { width: 390, height: 844 };

const suite = sharedBrowser();
const { pages } = suite;
let server: RunningServer;
let proof: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
  server = await startServer('definitions/chongqing-health-titles', pages);
  proof = { name: '印证.pdf', mimeType: 'application/pdf', buffer: await honestPdf(2) };
}, 240_000);

afterAll(async () => {
  await server?.close();
});

/** A page on which an applicant of the demonstration has logged in. */
async function enter(username: string, size?: { width: number; height: number }) {
  const account = server.accounts.find((one) => one.username === username);
  if (!account) throw new Error(`the demonstration has no account ${username}`);
  const watched = await suite.open(size);
  await logIn(watched.page, server.origin, account);
  return watched;
}

/** Opens a page of this person's application by its address. */
async function turnTo(page: Page, id: string): Promise<void> {
  if (!/applications\/[^/]+/.test(page.url())) {
    await page.locator('.application footer a').first().click();
    await page.locator('.form-page').waitFor();
  }
  const [, base] = /(.*\/applications\/[^/]+)/.exec(page.url()) ?? [];
  await page.goto(`${base}/${id}`);
  await page.locator('h1').waitFor();
}

/** The input of a field, by its place in the form. */
const at = (page: Page, place: string): Locator => page.locator(`[id="${place}"]`);

async function day(page: Page, place: string, typed: string): Promise<void> {
  await at(page, place).fill(typed);
  await at(page, place).press('Enter');
}

const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click();
const saved = (page: Page) => page.locator('.save-line.saved').waitFor();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });
const noted = (page: Page, text: string) =>
  page.locator('.ant-message-notice', { hasText: text }).first().waitFor();

describe('a new application', () => {
  it('is started from its category, filled in with every kind of widget, and is there after a reload', async () => {
    const { page, complaints } = await enter('registered-only');
    await page.locator('.empty').waitFor();
    expect(await page.locator('.offered li p').first().innerText()).not.toBe('');
    await page.getByRole('button', { name: '开始填写 护理' }).click();
    await page.locator('.form-page').waitFor();
    expect(await at(page, '/cover/name').innerText()).toBe('演示护师二');
    await chooseOption(page, at(page, '/cover/targetTitle'), '副主任护师');
    await chooseOption(page, at(page, '/cover/targetSpecialty'), '护理学类');
    await at(page, '/cover/researchDirection').fill('社区护理');
    await at(page, '/cover/applicationType').getByText('正常晋升').click();
    await day(page, '/cover/filledOn', '2026.5.6');
    await save(page);
    await noted(page, '保存成功');
    await turnTo(page, 'basic');
    await day(page, '/basic/workStartDate', '20080701');
    await at(page, '/basic/ethicsSatisfaction').fill('９８');
    await day(page, '/basic/education/graduatedOn', '2003年6月');
    await page.getByRole('button', { name: '毕业时间 无' }).nth(1).click();
    await at(page, '/basic/societies').fill('无\n第二行');
    await save(page);
    await noted(page, '保存成功');
    await turnTo(page, 'integrity');
    await at(page, '/integrity/plagiarism').check();
    await day(page, '/integrity/publicityPeriod', '2026-04-13');
    await day(page, '/integrity/publicityPeriod~to', '2026-04-20');
    await page.getByRole('button', { name: '保存并下一页' }).click();
    await saved(page);

    await turnTo(page, 'cover');
    await page.reload();
    await at(page, '/cover/researchDirection').waitFor();
    expect(await at(page, '/cover/researchDirection').inputValue()).toBe('社区护理');
    expect(await at(page, '/cover/filledOn').inputValue()).toBe('2026-05-06');
    expect(await page.locator('.ant-select', { has: at(page, '/cover/targetTitle') }).innerText()).toContain(
      '副主任护师',
    );
    await turnTo(page, 'basic');
    expect(await at(page, '/basic/ethicsSatisfaction').inputValue()).toBe('98');
    expect(await at(page, '/basic/education/graduatedOn').inputValue()).toBe('2003-06');
    expect(await at(page, '/basic/societies').inputValue()).toBe('无\n第二行');
    await turnTo(page, 'integrity');
    expect(await at(page, '/integrity/plagiarism').isChecked()).toBe(true);
    expect(await at(page, '/integrity/publicityPeriod~to').inputValue()).toBe('2026-04-20');
    expect(complaints).toEqual([]);
  });

  it('says on its card how much is missing, and leads from each problem to its field', async () => {
    const { page, complaints } = await enter('registered-only');
    await page.locator('.missing strong').waitFor();
    expect(await page.locator('.missing').innerText()).toMatch(/还差 \d+ 项.*基本信息 \d+/s);
    await turnTo(page, 'confirm');
    await page.locator('#blocking').waitFor();
    expect(await page.getByRole('button', { name: '确认提交' }).isDisabled()).toBe(true);
    await page.locator('.summary .problem-list a', { hasText: '就读院校' }).first().click();
    await at(page, '/basic/education/school').waitFor();
    await eventually(() => focused(page)).toBe('/basic/education/school');
    expect(
      await page
        .locator('.field', { has: at(page, '/basic/education/school') })
        .locator('.problem')
        .count(),
    ).toBe(1);
    await page.keyboard.type('无');
    await page.keyboard.press('Tab');
    await eventually(() =>
      page
        .locator('.field', { has: at(page, '/basic/education/school') })
        .locator('.problem')
        .count(),
    ).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('takes rows: added, saved, refused where something is missing, moved, deleted', async () => {
    const { page, complaints } = await enter('registered-only');
    await turnTo(page, 'history');
    const table = page.locator('[id="/study"]');
    const row = async (from: string, to: string, content: string) => {
      await table.getByRole('button', { name: '添加一行' }).click();
      await eventually(() => focused(page)).toMatch(/period$/);
      const place = (await focused(page)).replace(/\/period$/, '');
      await day(page, `${place}/period`, from);
      await day(page, `${place}/period~to`, to);
      await at(page, `${place}/content`).fill(content);
      await at(page, `${place}/place`).fill('重庆');
      await at(page, `${place}/certNo`).fill('无');
      await table.getByRole('button', { name: '保存本行' }).click();
      await table.locator('.row-editor').waitFor({ state: 'detached' });
    };
    await row('2003.09', '2008.06', '护理学本科');
    await row('2019.03', '2019.08', '专科进修');
    const contents = () => table.locator('tbody tr td:nth-child(3)').allInnerTexts();
    await table.getByRole('button', { name: '第 2 行 上移' }).click();
    await eventually(contents).toEqual(['专科进修', '护理学本科']);
    await table.getByRole('button', { name: '第 2 行 修改' }).click();
    await table.locator('[id$="/content"]').fill('');
    await table.getByRole('button', { name: '保存本行' }).click();
    await table.locator('.row-editor .problem').first().waitFor();
    await table.getByRole('button', { name: '取消' }).click();
    await eventually(contents).toEqual(['专科进修', '护理学本科']);
    await table.getByRole('button', { name: '第 1 行 删除' }).click();
    const asked = page.getByRole('dialog');
    expect(await asked.innerText()).toContain('第 1 行');
    await asked.getByRole('button', { name: '删除' }).click();
    await asked.waitFor({ state: 'detached' });
    await eventually(contents).toEqual(['护理学本科']);
    await saved(page);
    await page.reload();
    await eventually(contents).toEqual(['护理学本科']);
    expect(complaints).toEqual([]);
  });

  it('fills a grid by keyboard; a choice is a list of titles, a part has a place of its own', async () => {
    const { page, complaints } = await enter('registered-only');
    await turnTo(page, 'achievements');
    const cell = (item: string, year: string, part = '') =>
      at(page, `/workload/cells/${item}/${year}${part}`);
    await cell('workWeeks', '2021').focus();
    await page.keyboard.type('44');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('/');
    await page.keyboard.press('Enter');
    await eventually(() => focused(page)).toMatch(/^\/workload\/cells\/clinicalShifts/);
    await cell('adverseEvent', '2021').selectOption({ label: '否' });
    await cell('newTech', '2021', '/count').fill('1');
    await cell('newTech', '2021', '/names').fill('演示新技术名称');
    await save(page);
    await noted(page, '保存成功');
    await page.reload();
    await cell('workWeeks', '2021').waitFor();
    expect(await cell('workWeeks', '2021').inputValue()).toBe('44');
    expect(await cell('workWeeks', '2022').inputValue()).toBe('/');
    expect(await cell('adverseEvent', '2021').inputValue()).toBe('no');
    expect(await cell('newTech', '2021', '/names').inputValue()).toBe('演示新技术名称');
    expect(complaints).toEqual([]);
  });

  it('keeps what is typed without a network, and lets two windows settle what each has typed', async () => {
    const first = await enter('registered-only');
    await turnTo(first.page, 'cover');
    const field = at(first.page, '/cover/researchDirection');
    await first.page.context().setOffline(true);
    await field.fill('没有网络时填写');
    await save(first.page);
    await first.page.locator('.failed-save').waitFor();
    expect(await first.page.locator('.failed-save').innerText()).toContain('连不上服务器');
    await first.page.context().setOffline(false);
    await first.page.reload();
    await eventually(() => field.inputValue()).toBe('没有网络时填写');
    await saved(first.page);

    const second = await first.page.context().newPage();
    await second.goto(first.page.url());
    await at(second, '/cover/researchDirection').fill('第二个窗口');
    await save(second);
    await saved(second);
    await field.fill('第一个窗口');
    await save(first.page);
    const dialog = first.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/第一个窗口[\s\S]*第二个窗口/);
    await dialog.getByRole('button', { name: '采用已保存的' }).click();
    await eventually(() => field.inputValue()).toBe('第二个窗口');
  });
});

describe('a complete draft', () => {
  it('takes evidence away and back, tells a signed print that is out of date, and is handed in', async () => {
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
    await noted(page, '保存成功');
    await slot.getByRole('button', { name: /编辑/ }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await slot.locator('.file').waitFor({ state: 'detached' });
    await slot.locator('input[type=file]').setInputFiles(proof);
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

  it('is deleted by who handed it in as long as nobody has decided, and may be begun anew', async () => {
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

describe('what was said', () => {
  it('stands above a returned application with who and when, and what has been changed since', async () => {
    const { page, complaints } = await enter('returned-own-nurse');
    const banner = page.locator('.returned');
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(
      /演示甲区第一卫生院.*退回.*\d{4}-\d\d-\d\d[\s\S]*学习培训经历第2行/,
    );
    expect(await page.locator('.application').getByRole('button', { name: '删除' }).count()).toBe(0);
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

  it('of a rejected one: the reason, and that nothing can be begun in this cycle', async () => {
    const { page, complaints } = await enter('rejected-own-nurse');
    await page.locator('.said-last').waitFor();
    expect(await page.locator('.said-last').innerText()).toContain('审核不通过');
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
});

describe('on a phone', () => {
  it('nothing is wider than the page, the action stands at the bottom edge, and axe finds nothing', async () => {
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
