/**
 * What docs/tutorial.zh-CN.md has its reader do, done: a small programme as `shenbao init` lays it down, its next year by
 * clicking, published by a second person, used by an applicant and a reviewer. With UPDATE_IMAGES=1 the pictures of the tutorial are taken anew.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it, vi } from 'vitest';
import { main } from '#cli/main.ts';
import type { Client } from '../../journeys/client.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const FIELD = '是否需要场地';
/** A server that works on other things as well takes a while to look through a draft. */
const PATIENCE = 300_000;
const IMAGES = 'docs/images/tutorial';
const DAY = 86_400_000;

const folder = await mkdtemp(join(tmpdir(), 'shenbao-tutorial-'));
const definitions = join(folder, 'programme');
vi.spyOn(console, 'log').mockImplementation(() => {});
await main(['init', definitions, '--route', 'chain', '--locale', 'zh-CN']);

const world = staged(definitions);
let editor: Client;
let page: Page;

beforeAll(async () => {
  editor = await world.stage.able('definitions');
  page = await world.desk(editor, '/policy/drafts');
  await page.setViewportSize({ width: 1366, height: 900 });
  page.setDefaultTimeout(PATIENCE);
});
afterAll(() => rm(folder, { recursive: true }));

const button = (name: string) => page.getByRole('button', { name, exact: true });
const form = () => page.locator('.change-form');
const room = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();

async function picture(name: string, of: Page = page): Promise<void> {
  if (!process.env.UPDATE_IMAGES) return;
  await mkdir(IMAGES, { recursive: true });
  await eventually(() => of.locator('.ant-message-notice').count()).toBe(0);
  await of.setViewportSize({ width: 1366, height: 900 });
  await of.screenshot({ path: join(IMAGES, `${name}.png`) });
}

async function save(): Promise<void> {
  await form().getByRole('button', { name: '保存修改' }).click();
  await form().waitFor({ state: 'detached' });
}

it('a draft begins, and in it the next year', async () => {
  await button('新建草稿').click();
  await page.getByLabel('草稿名称').fill('2027年度的办法');
  await picture('1-draft');
  await page.keyboard.press('Enter');
  await page.getByText('还没有修改').waitFor();
  await button('关闭预览').click();
  await button('建立下一年度').click();
  await form().getByRole('textbox').first().waitFor();
  await picture('2-next-year');
  await save();
  await page.locator('.draft-strip .ant-select', { hasText: '2027' }).waitFor();
});

it('a question is added to the form', async () => {
  await room('类别与栏目');
  await page.locator('.draft-matrix button').first().click();
  await picture('3-forms');
  await button('添加填写项').click();
  await form().getByRole('textbox', { name: /^名称/ }).fill(FIELD);
  await form().getByRole('radio', { name: /^是否/ }).check();
  await picture('4-field');
  await save();
  await page.locator('.field-table tr', { hasText: FIELD }).first().waitFor();
});

it('every example is run again, and the list of changes says what was done', async () => {
  await room('用例');
  await page.getByText(/1 个用例，1 个符合预期/).waitFor();
  await picture('5-cases');
  await room('修改清单');
  await page.locator('.draft-changes > li', { hasText: FIELD }).first().waitFor();
  await picture('6-changes');
});

it('the draft is submitted, for a second person to approve', async () => {
  await room('送审与发布');
  await button('送审').waitFor();
  await picture('7-release');
  await button('送审').click();
  await page.locator('.draft-strip').getByText('已送审').waitFor();
});

it('a second person approves it, and it is published', async () => {
  const second = await world.stage.addUser(editor, 'second-officer', 'office');
  const reader = await world.desk(second, new URL(page.url()).pathname);
  const approve = reader.getByRole('button', { name: '批准并发布' });
  await approve.waitFor();
  await picture('8-approve', reader);
  await approve.click();
  await reader.locator('.draft-strip').getByText('已发布', { exact: true }).waitFor();
});

it('the new year opens today', async () => {
  await page.goto(`${world.server.origin}/cycle`);
  const times = page.locator('.cycle-form').last();
  const day = (ahead: number) => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);
  await times.locator('input[name=opensAt]').fill(`${day(-1)} 00:00`);
  await times.locator('input[name=closesAt]').fill(`${day(30)} 23:59`);
  await times.locator('input[name=returnedUntil]').fill(`${day(30)} 23:59`);
  await picture('9-times');
  await times.getByRole('button', { name: '保存' }).click();
  await times.getByText(/上次调整/).waitFor();
});

it('an applicant fills it in and hands it in', async () => {
  const person = await world.stage.person('person-1');
  const home = await world.desk(person, '/');
  await home.getByRole('button', { name: '开始填写' }).first().click();
  await home.getByRole('dialog').getByRole('button', { name: '开始填写' }).click();
  await home.getByRole('textbox', { name: /^用途/ }).fill('一张长椅');
  await home.getByRole('textbox', { name: /^申请金额/ }).fill('900');
  await home
    .getByRole('radiogroup', { name: new RegExp(FIELD) })
    .getByText('是', { exact: true })
    .click();
  await picture('10-form', home);
  await home.locator('.menu a[href$="/confirm"]').click();
  await home.locator('.ready').waitFor();
  await home.locator('.actions .ant-btn-primary').click();
  await home.locator('.ant-modal-footer .ant-btn-primary').click();
  await home.locator('.application').waitFor();
});

it('the unit reviews it, and passes it on', async () => {
  const unit = await world.stage.organisation('unit-1');
  const desk = await world.desk(unit, '/');
  await desk.locator('[data-case]').first().click();
  await desk.locator('.case-text', { hasText: FIELD }).waitFor();
  await picture('11-review', desk);
  await desk.locator('.decision button[type=submit]').click();
  await desk.locator('.empty').waitFor();
});
