import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { GARDEN } from '../journeys/harness.ts';
import { staged } from '../support/staged.ts';

const world = staged(GARDEN);
const field = (page: Page, name: string) => page.locator(`input[name=${name}]`);

it('the opening times are changed by keyboard, and the countdown of an applicant follows', async () => {
  const { stage } = world;
  const city = await stage.organisation('city');
  await stage.organisation('north-gardens');
  const gardener = await stage.person('gardener-a');
  const page = await world.desk(city, '/cycle');
  // Garden grants set no term.
  await page.getByText(/Answers are retained for ever|填报内容永久保存/).waitFor();
  await field(page, 'closesAt').fill('next week');
  await page.keyboard.press('Enter');
  await page.locator('#closesAt-error').waitFor();
  const closing = new Date(Date.now() + 3.5 * 86_400_000).toISOString().slice(0, 10);
  await field(page, 'closesAt').fill(`${closing} 23:59`);
  await field(page, 'returnedUntil').fill(`${closing} 23:59`);
  await page.keyboard.press('Enter');
  await page.getByText(/Last changed|上次调整/).waitFor();
  expect(await field(page, 'closesAt').inputValue()).toBe(`${closing} 23:59`);
  const home = await world.desk(gardener, '/');
  await home.getByText(/^距截止 (3|4) 天 \d+ 小时$/).waitFor();
});
