import { describe, expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { chooseOption } from '../../support/choose.ts';
import { demonstration } from '../../support/demonstration.ts';
import { eventually, focused } from '../../support/page.ts';
import { at, day, noted, save, saved, turnTo } from './desk.ts';

const { enter } = demonstration(HEALTH);

describe('a new application', () => {
  it('is started from its category, filled in with every kind of widget, and is there after a reload', async () => {
    const { page, complaints } = await enter('registered-only');
    await page.locator('.empty').waitFor();
    expect(await page.locator('.offered li p').first().innerText()).not.toBe('');
    await page.getByRole('button', { name: '开始填写 护理' }).click();
    const ask = page.getByRole('dialog', { name: '开始填写「护理」？' });
    expect(await ask.innerText()).toContain('开始后不能改用其他表格');
    await ask.getByRole('button', { name: '开始填写' }).click();
    await page.locator('.form-page').waitFor();
    // Nobody has opened anything yet: no page is complete, and the unit's own page is nobody's to complete here.
    expect(await page.locator('.menu .badge', { hasText: '✓' }).count()).toBe(0);
    expect(await page.locator('.menu li', { hasText: '组织推荐情况' }).locator('.badge').count()).toBe(0);
    expect(await page.locator('.field .problem').count()).toBe(0);
    await page.getByRole('button', { name: '保存并下一页' }).click();
    await noted(page, /本页还差 \d+ 项，填写完整后才能进入下一页/);
    expect(page.url()).not.toContain('/basic');
    await eventually(() => focused(page)).toBe('/cover/targetTitle');
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
    await noted(page, /已保存，本页还差 \d+ 项/);
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

  it('shows on its card how much is missing, and links each problem to its field', async () => {
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
    await page.getByRole('dialog').getByRole('button', { name: '放弃修改' }).click();
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

  it('fills a grid by keyboard; a choice is a list of titles, a part has an input of its own', async () => {
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
    await noted(page, /已保存，本页还差 \d+ 项/);
    await page.reload();
    await cell('workWeeks', '2021').waitFor();
    expect(await cell('workWeeks', '2021').inputValue()).toBe('44');
    expect(await cell('workWeeks', '2022').inputValue()).toBe('/');
    expect(await cell('adverseEvent', '2021').inputValue()).toBe('no');
    expect(await cell('newTech', '2021', '/names').inputValue()).toBe('演示新技术名称');
    expect(complaints).toEqual([]);
  });

  it('keeps what is typed without a network, and lets two windows agree on what each has typed', async () => {
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
