import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { GARDEN, HEALTH, startServer } from '../journeys/harness.ts';
import { fillMorning } from '../journeys/morning.ts';
import { Stage } from '../journeys/stage.ts';
import { fillUnits } from '../journeys/units.ts';
import { scale } from '../promises/scale.ts';
import { axeFindings, sharedBrowser } from '../support/browser.ts';
import { eventually } from '../support/page.ts';
import { enter } from '../support/users.ts';

const SHOTS = process.env.SHOTS;
const MORNING = scale(200, 500);

const suite = sharedBrowser();
const { pages } = suite;

const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

describe('very many at once', () => {
  it('a queue of hundreds of registrations is read, selected and admitted with a few clicks', async () => {
    const server = await startServer({ definitions: GARDEN, pages });
    const stage = await Stage.open(server);
    const association = await stage.organisation('north-gardens');
    await fillMorning(stage, 'gardener-a', MORNING);
    const { page, complaints } = await suite.open();
    await enter(page, server.origin, association, '/queues/account/waiting');
    const rows = page.locator('a[data-case]');
    for (let shown = 100; shown < MORNING; shown += 100) {
      await eventually(() => rows.count()).toBe(shown);
      await page.locator('.table-foot button').click();
    }
    await eventually(() => rows.count()).toBe(MORNING);
    await page.locator('thead input[type=checkbox]').check();
    await page.locator('.bulk').getByText(String(MORNING)).waitFor();
    await shoot(page, 'morning');
    await page.locator('.bulk .ant-btn-primary').click();
    await page.locator('.ant-modal .row-actions').waitFor();
    await page.waitForTimeout(400);
    await shoot(page, 'morning-asked');
    await page.locator('.ant-modal .row-actions .ant-btn-primary').click();
    await eventually(() => rows.count()).toBe(0);
    await shoot(page, 'morning-done');
    expect(complaints).toEqual([]);
    await page.context().close();
    await server.stop();
  });

  it('one of three thousand units is found by name, by initials and down the tree', async () => {
    const server = await startServer({ definitions: HEALTH, pages });
    await fillUnits(server, 30, 100);
    const { page, complaints } = await suite.open();
    await page.goto(`${server.origin}/register/applicant`);
    const field = page.locator('[id="/person/unitId"]');
    await field.click();
    const dialog = page.getByRole('dialog');
    const choices = dialog.locator('.organisation-choice');
    await dialog.getByRole('textbox').fill('cswsy');
    await eventually(() => choices.count()).toBe(50);
    await dialog.getByRole('textbox').fill('测试卫生院2999');
    await eventually(() => choices.count()).toBe(1);
    await page.waitForTimeout(400);
    await shoot(page, 'many-units');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('textbox').fill('');
    await dialog.locator('.organisation-line button[aria-expanded]').first().click();
    const groups = dialog.locator('.organisation-line button[aria-expanded]:not([aria-label])');
    await eventually(() => groups.allInnerTexts()).toEqual([
      '直属医疗卫生机构',
      '区县卫健委',
      '其他医疗单位',
    ]);
    await groups.nth(1).click();
    await eventually(() => choices.count()).toBe(31);
    await dialog.locator('.organisation-line button[aria-expanded=false][aria-label]').last().click();
    await eventually(() => choices.count()).toBe(81);
    await dialog.locator('li > .ant-btn').last().click();
    await eventually(() => choices.count()).toBe(131);
    await shoot(page, 'many-units-tree');
    await choices.last().click();
    await dialog.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await page.context().close();
    await server.stop();
  });
});
