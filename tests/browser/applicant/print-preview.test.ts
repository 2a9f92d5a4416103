/** The sheet beside its settings: it stays where it was read, and goes to what has changed out of sight. */
import type { Frame, Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { demonstration } from '../../support/demonstration.ts';
import { eventually } from '../../support/page.ts';
import { turnTo } from './desk.ts';

const { enter } = demonstration(HEALTH);
const PREVIEW = /review-form\.html\?settings=/;

const settingsOf = (address: string): Record<string, unknown> =>
  JSON.parse(new URL(address).searchParams.get('settings') ?? '{}');

/** The preview when it shows a setting, scrolled to where the page has put it. */
async function shown(page: Page, name: string, value: number): Promise<Frame> {
  const frame = () => page.frames().find((one) => PREVIEW.test(one.url()));
  await eventually(async () => {
    const address = frame()?.url();
    return address === undefined ? undefined : settingsOf(address)[name];
  }).toBe(value);
  const found = frame();
  if (!found) throw new Error('there is no preview');
  await found.waitForLoadState('load');
  return found;
}

/** Types into a setting and leaves it. */
async function type(page: Page, name: string, value: string): Promise<void> {
  const setting = page.locator(`[id="/settings-review-form/${name}"]`);
  await setting.fill(value);
  await setting.blur();
}

const scrolled = (frame: Frame): Promise<number> => frame.evaluate(() => Math.round(scrollY));
it('stays where it was read, also while it is on its way, and goes to a block that has changed elsewhere', async () => {
  const { page } = await enter('draft-clinical', { width: 1366, height: 900 });
  await turnTo(page, 'sheets');
  await page.locator('.sheets summary').first().click();
  const before = await shown(page, 'studyBlank', 0);
  const at = await before
    .locator('table', { hasText: '学习培训经历' })
    .first()
    .evaluate((table) => {
      scrollTo(0, table.getBoundingClientRect().top + scrollY - 150);
      return Math.round(scrollY);
    });
  expect(at).toBeGreaterThan(500);
  await type(page, 'studyBlank', '2');
  const outer = await page.evaluate(() => scrollY);
  const after = await shown(page, 'studyBlank', 2);
  await eventually(() => scrolled(after)).toBe(at);
  expect(await page.evaluate(() => scrollY)).toBe(outer);

  // The next change comes while the page of the last one has not arrived.
  const held: Route[] = [];
  await page.route(PREVIEW, (route) => (held.length === 0 ? void held.push(route) : route.continue()));
  await type(page, 'studyBlank', '3');
  await eventually(async () => held.length).toBe(1);
  await type(page, 'studyBlank', '4');
  const later = await shown(page, 'studyBlank', 4);
  await eventually(() => scrolled(later)).toBe(at);
  await page.unroute(PREVIEW);

  await type(page, 'opinionFont', '14');
  const end = await shown(page, 'opinionFont', 14);
  await eventually(() => scrolled(end).then((top) => top > at)).toBe(true);
  const height = await end.evaluate(() => innerHeight);
  await eventually(async () => {
    const top = await end
      .locator('table.opinions')
      .first()
      .evaluate((one) => one.getBoundingClientRect().top);
    return top >= 0 && top < height;
  }).toBe(true);
});
