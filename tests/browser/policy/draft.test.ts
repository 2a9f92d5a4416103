/** A draft in the browser: changed by one officer, read beside a second one, published by that one, gone back from. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { PolicyView } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { THEATRE } from '../../journeys/harness.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const world = staged(THEATRE);
const LIMIT = '最多场次';
const SECTION = '场次';
let editor: Client;
let second: Client;
let page: Page;

beforeAll(async () => {
  const { stage } = world;
  editor = await stage.able('definitions');
  second = await stage.addUser(editor, 'second-officer', 'officer');
  page = await world.desk(editor, '/policy/drafts');
});

const room = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** How many rows the forms that are served take, as everybody has it and as one form has it. */
const limitsOf = async (client: Client): Promise<number[]> => {
  const { forms } = (await client.get<PolicyView>('/api/policy')).body;
  const sections = forms.flatMap((form) => form.sections).filter(({ title }) => title === SECTION);
  return [...new Set(sections.flatMap(({ limit }) => limit ?? []))].toSorted();
};

it('begins with what is published', async () => {
  await button('新建草稿').click();
  await page.getByLabel('草稿名称').pressSequentially('下半年的调整', { delay: 20 });
  await page.keyboard.press('Enter');
  await page.getByText('还没有修改').waitFor();
});

it('shows what another number changes before it is made, and refuses one out of its bounds', async () => {
  await room('数字');
  await button(`修改 ${LIMIT}`).click();
  const field = page.getByLabel(`${LIMIT} (场)`);
  await field.press('ControlOrMeta+a');
  await field.pressSequentially('60', { delay: 30 });
  await page.keyboard.press('Enter');
  await page.getByText('应在 1 到 20 之间').waitFor();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially('6', { delay: 30 });
  await page.locator('.effects ins').first().waitFor();
  await page.getByLabel('依据').pressSequentially('新办法第五条', { delay: 10 });
  await page.keyboard.press('Enter');
  await page.locator('.number', { hasText: '6' }).first().waitFor();
  await room('修改清单');
  await page.getByText(`「${LIMIT}」由8改为6`).waitFor();
  await page.getByText('依据：新办法第五条').waitFor();
});

it('finds a sentence and changes it; it is undone by itself, and made again', async () => {
  await room('文字');
  await page.getByLabel('查找文字').pressSequentially(LIMIT, { delay: 20 });
  await button(`修改 ${LIMIT}`).click();
  const field = page.locator('.change-form textarea');
  await field.press('End');
  await field.pressSequentially('（含加演）', { delay: 20 });
  await button('保存修改').click();
  await eventually(() => page.locator('.change-form').count()).toBe(0);
  await room('修改清单');
  const line = page.locator('.draft-changes > li', { hasText: '（含加演）' }).first();
  await line.getByRole('button').click();
  await page.locator('.draft-changes .undone').first().waitFor();
  await page.getByRole('button', { name: /^重做/ }).click();
  await eventually(() => page.locator('.draft-changes .undone').count()).toBe(1);
});

it('shows what somebody else has changed meanwhile, and keeps what was typed', async () => {
  await room('数字');
  await button(`修改 自筹比例下限`).click();
  const field = page.locator('.change-form input').first();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially('0.2', { delay: 30 });
  const id = page.url().split('/').at(-2);
  const seen = (await second.get<{ length: number }>(`/api/drafts/${id}`)).body.length;
  const change = { kind: 'setFact', fact: 'reportBy', value: '2027-04-30', cycle: '2026' };
  await second.must(second.post(`/api/drafts/${id}/changes`, { length: seen, changes: [change] }));
  await button('保存修改').click();
  await page.getByRole('alert').getByText('结项报告期限').waitFor();
  expect(await field.inputValue()).toBe('0.2');
  await button('保存修改').click();
  await eventually(() => page.locator('.change-form').count()).toBe(0);
});

it('is published by somebody who changed nothing of it, and holds at once', async () => {
  await room('送审与发布');
  await button('送审').click();
  await page.getByText('已送审').first().waitFor();
  const third = await world.stage.addUser(editor, 'third-officer', 'officer');
  const other = await world.desk(third, new URL(page.url()).pathname);
  const code = world.stage.code('third-officer');
  if (code) await other.getByLabel('两步验证码').pressSequentially(code, { delay: 20 });
  await other.getByRole('button', { name: '批准并发布' }).click();
  await other.getByText('已发布').first().waitFor();
  await eventually(() => limitsOf(editor)).toEqual([4, 6]);
});

it('is gone back from within the log', async () => {
  await page.goto(`${world.server.origin}/policy/publications`);
  await page.getByRole('button', { name: /^恢复这一版/ }).click();
  await page.getByLabel('原因').pressSequentially('有误', { delay: 20 });
  await page.locator('.change-form button[type=submit]').click();
  await page.getByText('已恢复').first().waitFor();
  await eventually(() => limitsOf(editor)).toEqual([4, 8]);
});
