/** A draft that asks for more is replayed by somebody who edits none; who wrote it sees how many, and not whom. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Client } from '../../journeys/client.ts';
import { THEATRE } from '../../journeys/harness.ts';
import { draftWith } from '../../journeys/publishing/publish.ts';
import { axeFindings } from '../../support/browser.ts';
import { staged } from '../../support/staged.ts';

const world = staged(THEATRE, () => new Date('2026-05-04T01:00:00Z'));
let officer: Client;
let treasurer: Client;
let draft = '';

beforeAll(async () => {
  const { stage } = world;
  officer = await stage.able('definitions');
  for (const desk of ['cellar', 'panel', 'finance']) await stage.organisation(desk);
  treasurer = await stage.able('replay');
  for (const name of ['one', 'two']) {
    const producer = await stage.person('producer-a', name, { card: `ZZ-${name}` });
    await stage.fire(producer, await stage.fill(producer, 'complete'), 'SUBMIT');
  }
  draft = await draftWith(officer, '2026', [
    {
      ...{ kind: 'addField', cycle: '2026', section: 'project', field: 'motto', isRequired: true },
      schema: { type: 'string', title: '口号', maxLength: 40 },
    },
  ]);
});

const accessible = async (page: Page): Promise<void> => expect(await axeFindings(page)).toEqual([]);

it('leads from the menu to the draft, the numbers and the applications behind them, by keyboard', async () => {
  const page = await world.desk(treasurer, '/');
  await page.getByRole('navigation').getByRole('link', { name: '重放' }).click();
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByRole('button', { name: '开始重放' }).focus();
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: /新拦下.*口号/ });
  await row.waitFor();
  await accessible(page);
  await row.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  const links = page.getByRole('region', { name: /申报名单/ }).getByRole('link');
  const cases = links.and(page.locator('[href^="/cases/"]'));
  await cases.first().waitFor();
  expect(await cases.count()).toBe(2);
  await accessible(page);
  const compare = links.filter({ hasText: '对照' });
  expect(await compare.count()).toBe(2);
  await compare.first().focus();
  await page.keyboard.press('Enter');
  const problem = page.getByRole('table', { name: '被拦下的原因' }).getByRole('row', { name: /口号/ });
  await problem.waitFor();
  expect(await problem.getByRole('cell').allTextContents()).toEqual([
    expect.stringContaining('口号'),
    '不拦',
    '拦下',
  ]);
  await accessible(page);
  await page.getByRole('link', { name: '返回这份草稿的重放' }).click();
  await page.getByRole('row', { name: /新拦下.*口号/ }).waitFor();
});

it('shows policy staff how many, without a button and without a name', async () => {
  const page = await world.desk(officer, `/policy/drafts/${draft}/replay`);
  await page.locator('.replay-totals').getByText('<5').first().waitFor();
  await page.locator('.draft-strip').getByText('重放 2 份：<5 份变化').waitFor();
  expect(await page.getByRole('button', { name: '开始重放' }).count()).toBe(0);
  expect(await page.getByRole('row').count()).toBe(0);
  await accessible(page);
});
