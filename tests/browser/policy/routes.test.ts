/** A stage is inserted on a route by keyboard alone; the reviewer of it finds a working desk, in the play and in the file. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { chooseAt, pressAt, typeAt } from '../../support/keyboard.ts';
import { staged } from '../../support/staged.ts';

const world = staged(HEALTH);
let editor: Client;
let page: Page;

beforeAll(async () => {
  editor = await world.stage.able('definitions');
  page = await world.desk(editor, '/policy/drafts');
  await page.getByRole('button', { name: '新建草稿', exact: true }).click();
  await page.getByLabel('草稿名称').fill('流程的调整');
  await page.keyboard.press('Enter');
  await page.getByText('还没有修改').waitFor();
});

/** A field by its label, with or without the star of what must be filled in. */
const labelled = (label: string): Locator => page.getByLabel(new RegExp(`^${label}`));

it('shows the way of a kind of unit, and a stage is inserted on it by keyboard alone', async () => {
  await pressAt(page.getByRole('navigation').getByRole('link', { name: '流程', exact: true }));
  await pressAt(
    page.getByRole('button', { name: '在“待区县职改办审核”与“审核通过，待提交市卫健委”之间插入一级' }),
  );
  await pressAt(page.getByRole('checkbox', { name: /^待一级单位审核 —审核通过→ 审核通过/ }), 'Space');
  await typeAt(labelled('环节名称'), '市评审中心');
  await chooseAt(labelled('单位类型'), '直属医疗卫生机构');
  await chooseAt(labelled('怎样找到这个单位'), '“市卫健委”下属的这类单位');
  await typeAt(labelled('指定的单位'), '市评审中心');
  await page.getByText('下列流程图会改变').waitFor();
  expect(await page.locator('.route-effects tbody tr', { hasText: '市评审中心' }).count()).toBe(2);
  expect(await axeFindings(page)).toEqual([]);
  await pressAt(page.getByRole('button', { name: '保存修改' }));
  await page.locator('.change-form').waitFor({ state: 'detached' });
  await page.locator('.route-stages strong', { hasText: '待市评审中心处理' }).waitFor();
});

it('has the opinion of the new desk in the form and on the sheet, and no problem', async () => {
  await page.getByText('问题 0').waitFor();
  const id = page.url().split('/').at(-2);
  const { files } = (await editor.get<SourceFiles>(`/api/drafts/${id}/files`)).body;
  const textOf = (end: string) => files.find(({ path }) => path.endsWith(end))?.text ?? '';
  expect(textOf('sections/recommendation.json')).toContain('市评审中心意见');
  expect(textOf('review-form/template.hbs')).toContain('市评审中心意见');
});

it('plays a case through the machine of the draft', async () => {
  await page.getByRole('tab', { name: '模拟办理' }).click();
  for (const act of ['填报人 确认提交', '申报单位 审核通过', '一级单位 审核通过', '区县职改办 审核通过']) {
    await page.getByRole('button', { name: act, exact: true }).click();
  }
  await page.getByText('市评审中心：在“待审核”中').waitFor();
  await page.getByRole('button', { name: '市评审中心 审核通过', exact: true }).click();
  await page.getByText('写入意见：推荐情况 · 市评审中心意见').waitFor();
  await page.getByRole('button', { name: '一级单位 提交市卫健委', exact: true }).click();
  await page.locator('[aria-live] strong', { hasText: '已提交市卫健委' }).waitFor();
});
