/** A draft in the browser: changed by one officer, read beside a second one, published by that one, gone back from. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { THEATRE } from '../../journeys/harness.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const world = staged(THEATRE);
const LIMIT = '小额资助的上限';
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
/** The number as it is published, in thousands as people read it. */
const published = async (client: Client): Promise<number | undefined> => {
  const { files } = (await client.get<SourceFiles>('/api/publications/2026/files')).body;
  const text = files.find(({ path }) => path === '2026/edition.json')?.text ?? '{}';
  const { facts } = JSON.parse(text) as { facts?: Record<string, { value: number }> };
  return facts?.smallGrant?.value;
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
  const field = page.getByLabel(`${LIMIT} (元)`);
  await field.press('ControlOrMeta+a');
  await field.pressSequentially('-5', { delay: 30 });
  await page.keyboard.press('Enter');
  await page.getByText('应在 0 到 … 之间').waitFor();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially('2500', { delay: 30 });
  await page.locator('.change-form .quiet', { hasText: '没有一处文字' }).waitFor();
  await page.getByLabel('依据').pressSequentially('新办法第五条', { delay: 10 });
  await page.keyboard.press('Enter');
  await page.locator('.number', { hasText: '2,500' }).first().waitFor();
  await room('修改清单');
  await page.getByText(`「${LIMIT}」由2000改为2500`).waitFor();
  await page.getByText('依据：新办法第五条').waitFor();
});

it('finds a sentence and changes it; it is undone by itself, and made again', async () => {
  await room('文字');
  await page.getByLabel('查找文字').pressSequentially('最多场次', { delay: 20 });
  await button('修改 最多场次').click();
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
  await button('修改 budget').click();
  const field = page.getByRole('textbox', { name: 'budget', exact: true });
  await field.press('ControlOrMeta+a');
  await field.pressSequentially('9000', { delay: 30 });
  const id = page.url().split('/').at(-2);
  const seen = (await second.get<{ length: number }>(`/api/drafts/${id}`)).body.length;
  const change = { kind: 'setFact', fact: 'reportBy', value: '2027-04-30', cycle: '2026' };
  await second.must(second.post(`/api/drafts/${id}/changes`, { length: seen, changes: [change] }));
  await button('保存修改').click();
  await page.getByRole('alert').getByText('结项报告期限').waitFor();
  expect(await field.inputValue()).toBe('9000');
  await button('保存修改').click();
  await eventually(() => page.locator('.change-form').count()).toBe(0);
});

it('lets an example follow; is published by somebody who changed nothing of it, and holds at once', async () => {
  await room('送审与发布');
  await page.getByText('应得true，实得false').waitFor();
  await button('让用例跟随这些修改').click();
  await button('保存修改').click();
  await page.getByText('没有问题，用例全部符合预期。').waitFor();
  await button('送审').click();
  await page.getByText('已送审').first().waitFor();
  const third = await world.stage.addUser(editor, 'third-officer', 'officer');
  const other = await world.desk(third, new URL(page.url()).pathname);
  const code = world.stage.code('third-officer');
  if (code) await other.getByLabel('两步验证码').pressSequentially(code, { delay: 20 });
  await other.getByRole('button', { name: '批准并发布' }).click();
  await other.getByText('已发布').first().waitFor();
  await eventually(() => published(editor)).toBe(2500);
});

it('is gone back from within the log', async () => {
  await page.goto(`${world.server.origin}/policy/publications`);
  await page.getByRole('button', { name: /^恢复这一版/ }).click();
  await page.getByLabel('原因').pressSequentially('有误', { delay: 20 });
  await page.locator('.change-form button[type=submit]').click();
  await page.getByText('已恢复').first().waitFor();
  await eventually(() => published(editor)).toBe(2000);
});
