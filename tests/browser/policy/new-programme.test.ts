/**
 * The programme of grants of the tests, rebuilt by clicking on a server that has none: from the first link to a running
 * form, in which somebody registers, fills in and hands in, two desks pass it, a list is loaded and a sheet printed.
 */
import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { FieldSchema } from '#core/model/index.ts';
import { kindOf } from '../../../admin-ui/draft/rooms/forms/model/field-kinds.ts';
import { GARDEN } from '../../journeys/harness.ts';
import { PASSWORD } from '../../journeys/stage.ts';
import { axeFindings, overflow } from '../../support/browser.ts';
import { confirm, typeLogin } from '../../support/users.ts';
import { worksheet } from '../../support/workbook.ts';
import { freshServer } from './fresh-server.ts';
import { ASSOCIATION, asked, named, PERSON, PLAN, TITLE, TOP } from './grants.ts';
import { register } from './registering.ts';

const fresh = freshServer();
const { windowOf, logIn } = fresh;

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const textsIn = (rows: ReturnType<typeof worksheet>): string[] => rows.flat().map(({ text }) => text);

const form = (page: Page): Locator => page.getByRole('form', { name: '新建项目' });

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  await list.waitFor({ state: 'hidden' });
}

/** Types a question into the row with this name. */
async function question(
  page: Page,
  name: string,
  title: string,
  kind: string,
  choices?: string,
): Promise<void> {
  await page.locator(`#begin-${name}`).fill(title);
  if (kind !== '短文字') await choose(page, page.locator(`#begin-${name}-kind`), kind);
  if (choices !== undefined) await page.locator(`#begin-${name}-choices`).fill(choices);
}

it('begins with the desk alone and its first administrator, who adds a second officer', async () => {
  await addSecond(await fresh.setUp('officer', '测试专员甲'));
});

/** By clicking, among the users; the second logs in with the first password and chooses their own. */
async function addSecond(page: Page): Promise<void> {
  await page.locator('.menu a[href="/accounts"]').click();
  await page.getByRole('button', { name: '添加本单位用户' }).click();
  await page.locator('#new-name').fill('测试专员乙');
  await page.locator('#new-username').fill('second');
  await confirm(page);
  const first = await page.locator('.first-password code').innerText();
  await confirm(page);
  const theirs = await windowOf('second');
  await typeLogin(theirs, fresh.server.origin, 'second', first);
  await theirs.locator('#current').fill(first);
  await theirs.locator('#next').fill(PASSWORD);
  await theirs.locator('#repeated').fill(PASSWORD);
  await theirs.locator('#question').click();
  await theirs.locator('.ant-select-item-option:visible').first().click();
  await theirs.locator('#answer').fill('blue');
  await theirs.locator('form button[type=submit]').click();
  await theirs.locator('#next').waitFor({ state: 'detached' });
  await theirs.locator('.header').waitFor();
}

it('says on the page of drafts that there is no programme, and leads to the guided page', async () => {
  const page = await windowOf('officer');
  await page.goto(`${fresh.server.origin}/policy/drafts`);
  await page.getByText('这里还没有项目').waitFor();
  expect(await page.getByRole('button', { name: '新建草稿' }).count()).toBe(0);
  await page.getByRole('button', { name: '新建项目' }).click();
  await form(page).waitFor();
  await page.getByRole('radio').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

it('says of an empty page what is missing, and takes the officer to the first of it', async () => {
  const page = await windowOf('officer');
  await page.getByRole('button', { name: '建立草稿' }).click();
  await page.getByText('处需要修改').waitFor();
  expect(await page.locator('#begin-title').evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
});

it('is filled in from the top down, and keeps what is typed', async () => {
  const page = await windowOf('officer');
  await page.locator('#begin-title').fill(named('programme/title'));
  await page.locator('#begin-top').fill(named('programme/organisationKinds/city/title'));
  await page.locator('#begin-topName').fill(TOP);
  await page.locator('#begin-kind-1').fill(named('programme/organisationKinds/association/title'));
  await page.getByRole('button', { name: '增加一种单位' }).click();
  await page.locator('#begin-kind-2').fill(named('programme/organisationKinds/treasury/title'));
  await page.locator('#begin-units-2').fill('测试市财政局');
  await page.locator('#begin-people').fill(named('accounts/gardener/title'));
  await page.locator('#begin-people-more').click();
  await question(page, 'people-1', asked('person', 'born'), '日期');
  await page.locator('#begin-organisation').fill(named('accounts/association/title'));
  await page.locator('#begin-organisation-more').click();
  await question(page, 'organisation-1', asked('details', 'plots'), '数字');
  await page.locator('#begin-form').fill(named('categories/plot/title'));
  await page.locator('#begin-section').fill(named('sections/plan/title'));
  await page.reload();
  await page.getByRole('radio').first().waitFor();
  expect(await page.locator('#begin-section').inputValue()).toBe(named('sections/plan/title'));
  for (const [index, [field, kind, choices]] of PLAN.entries()) {
    if (index > 0) await page.locator('#begin-more').click();
    await question(page, `question-${index + 1}`, asked('plan', field), kind, choices);
  }
  await page
    .locator('.begin-row', { has: page.locator('#begin-question-1') })
    .getByRole('checkbox')
    .check();
  await page.getByRole('radio', { name: /^同时审核/ }).check();
  await page.locator('#begin-sheet').fill(named('sheets/card/title'));
  await page.locator('#begin-roster').fill(named('rosters/members/title'));
  expect(await axeFindings(page)).toEqual([]);
  for (const width of [1440, 1366, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('becomes a draft without a problem, whose example holds, which is seen as applicants will see it', async () => {
  const page = await windowOf('officer');
  await page.getByRole('button', { name: '建立草稿' }).click();
  await page.waitForURL(/\/policy\/drafts\/[^/]+\/changes/);
  await page.locator('.draft-strip').getByText('问题 0').waitFor();
  await page.locator('.draft-strip').getByText('用例 1/1').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: '类别与栏目' }).click();
  await page.frameLocator('iframe').getByText(asked('plan', 'ward')).first().waitFor();
});

it('is submitted, approved by the second officer, and served at once', async () => {
  const page = await windowOf('officer');
  await page.getByRole('navigation').getByRole('link', { name: '送审与发布' }).click();
  await page.getByText('没有问题，用例全部符合预期。').waitFor();
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await page.getByText('已送审').first().waitFor();
  const second = await windowOf('second');
  await second.goto(`${fresh.server.origin}${new URL(page.url()).pathname}`);
  await second.getByRole('button', { name: '批准并发布' }).click();
  await second.getByText('已发布').first().waitFor();
  const visitor = await windowOf('gardener');
  await visitor.goto(fresh.server.origin);
  await visitor.getByText(named('programme/title')).first().waitFor();
});

it('asks for what the programme of grants asks for', async () => {
  const { sections } = (await fresh.server.services.editions.current()).categories.standard ?? {};
  const plan = sections?.find(({ definition }) => definition.id === 'plan')?.definition;
  const fields = Object.values(plan?.schema?.properties ?? {}) as FieldSchema[];
  const theirs = JSON.parse(await readFile(`${GARDEN}/2026H2/sections/plan.json`, 'utf8')) as {
    schema: { properties: Record<string, FieldSchema> };
  };
  expect(fields.map(({ title }) => title)).toEqual(PLAN.map(([field]) => asked('plan', field)));
  const kinds = PLAN.map(([field]) => {
    const schema = theirs.schema.properties[field];
    return schema?.fragment ? 'group' : kindOf(schema ?? {});
  });
  expect(fields.map((field) => (field.maxLength === 1000 ? 'paragraph' : kindOf(field)))).toEqual(kinds);
});

it('lets an association register under the city, and a gardener under the association', async () => {
  const { officeField, unitField } = { officeField: '/details/office', unitField: '/person/unit' };
  await register(fresh, 'association', {
    ...{ link: named('accounts/association/title'), parent: officeField, under: TOP, approver: 'officer' },
    sections: { details: { name: ASSOCIATION } },
  });
  await logIn('association');
  await (await windowOf('association')).locator('.header').waitFor();
  await register(fresh, 'gardener', {
    ...{
      link: named('accounts/gardener/title'),
      parent: unitField,
      under: ASSOCIATION,
      approver: 'association',
    },
    sections: { person: { name: PERSON, number: 'T0001' } },
  });
});

it('is filled in and handed in by the gardener', async () => {
  const page = await logIn('gardener');
  await page.locator('.offered li').first().getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: '开始填写' }).click();
  await page.locator('.form-page').waitFor();
  await page.getByLabel(asked('plan', 'title'), { exact: false }).first().fill(TITLE);
  await page.locator('.menu a[href$="/confirm"]').click();
  await page.locator('.ready').waitFor();
  await page.locator('.actions .ant-btn-primary').click();
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.locator('.application').waitFor();
});

it('is passed by both desks at once, comes into the list, and is printed', async () => {
  for (const who of ['association', 'officer']) {
    const page = await windowOf(who);
    await page.goto(`${fresh.server.origin}/queues/application/pending`);
    await page.locator('[data-case]', { hasText: PERSON }).click();
    await page.locator('.case-text').waitFor();
    await page.locator('.decision button[type=submit]').click();
    await page.locator('.empty').waitFor();
  }
  const page = await windowOf('officer');
  await page.goto(`${fresh.server.origin}/queues/application/granted`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /导出/ }).first().click(),
  ]);
  const rows = worksheet(await bytesOf(download));
  expect(textsIn(rows)).toContain(TITLE);
  expect(textsIn(rows)).toContain(asked('plan', 'ward'));
  const gardener = await windowOf('gardener');
  await gardener.goto(fresh.server.origin);
  await gardener.locator('.application footer a').first().click();
  await gardener.locator('.menu a[href$="/sheets"]').click();
  const href = (await gardener.locator('.sheets a[href*="form"]').last().getAttribute('href')) ?? '';
  const print = await gardener.request.get(new URL(href, fresh.server.origin).href);
  expect(print.headers()['content-type']).toBe('application/pdf');
  const html = await (
    await gardener.request.get(new URL(href.replace('.pdf', '.html'), fresh.server.origin).href)
  ).text();
  for (const text of [TITLE, asked('plan', 'title'), named('programme/title')]) expect(html).toContain(text);
});
