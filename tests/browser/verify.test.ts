/** Somebody without an account checks a print: what stands on it is typed, or a telephone has read its QR code. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { HEALTH } from '../journeys/harness.ts';
import { axeFindings, overflow } from '../support/browser.ts';
import { typeAt } from '../support/keyboard.ts';
import { staged } from '../support/staged.ts';

const SHOTS = process.env.SHOTS;
const WIDTHS = [1440, 1366, 390];
const world = staged(HEALTH);
const print = { code: '', name: '', title: '' };
let page: Page;

beforeAll(async () => {
  const doctor = await world.stage.person('pending-own-gp');
  const id = await world.stage.fill(doctor, 'primary-general-practice-complete');
  await world.stage.fire(doctor, id, 'SUBMIT');
  const { text } = await doctor.get(`/api/cases/${id}/sheets/publicity-sheet`);
  print.code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
  print.name = beside(text, '姓名');
  print.title = beside(text, '申报职称');
  page = await world.fresh('/verify');
});

const beside = (html: string, title: string): string =>
  new RegExp(`>${title}</th><td[^>]*>([^<]+)<`).exec(html)?.[1] ?? '';
const field = (label: string) => page.getByLabel(label, { exact: true });
const answer = () => page.getByRole('region', { name: '核验打印件' });

it('says which field is empty, and that a mistyped code is none, and keeps what was typed', async () => {
  await field('防伪码').waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '核验' }).press('Enter');
  await page.getByText('请填写防伪码').waitFor();
  await typeAt(field('防伪码'), '0000-0000-0001');
  await page.keyboard.press('Enter');
  await page.getByText('防伪码有误', { exact: false }).waitFor();
  expect(await field('防伪码').inputValue()).toBe('0000-0000-0001');
});

it('tells of what was typed key by key that it was issued, without a name', async () => {
  await field('防伪码').fill('');
  await page.getByLabel('打印件', { exact: true }).click();
  await page.getByTitle(/公示/).first().click();
  await field('防伪码').pressSequentially(print.code.toLowerCase(), { delay: 40 });
  await field('姓名').pressSequentially(print.name, { delay: 40 });
  await field('申报职称').pressSequentially(print.title, { delay: 40 });
  await page.keyboard.press('Enter');
  await answer().getByText('确为本系统签发的打印件').waitFor();
  await answer().getByText('打印后内容没有变化').waitFor();
  expect(await answer().textContent()).not.toContain(print.name);
});

it.each(WIDTHS)('is not wider than a screen of %i, and axe finds nothing in either theme', async (width) => {
  await page.setViewportSize({ width, height: 900 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/verify-${width}-${colorScheme}.png` });
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});

it('says of a wrong name that no such print is known', async () => {
  await field('姓名').fill('别人');
  await page.keyboard.press('Enter');
  await answer().getByText('未查到这样的打印件', { exact: false }).waitFor();
});
