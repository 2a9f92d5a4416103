import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { HEALTH } from '../journeys/harness.ts';
import { sampled } from '../promises/scale.ts';
import { axeFindings, type Size, sharedBrowser } from '../support/browser.ts';
import { demonstration } from '../support/demonstration.ts';
import { eventually } from '../support/page.ts';

const SHOTS = process.env.SHOTS;
const PHONE = { width: 390, height: 844 };
const THEMES = ['light', 'dark'] as const;

const { enter, server } = demonstration(HEALTH);
const suite = sharedBrowser();

/** How bright the ground behind a page is, of 255. */
const brightness = (page: Page): Promise<number> =>
  page.locator('.ground').evaluate((ground) => {
    const [red = 0, green = 0, blue = 0] = getComputedStyle(ground).backgroundColor.match(/\d+/g) ?? [];
    return (Number(red) + Number(green) + Number(blue)) / 3;
  });

/**
 * In both themes: the ground is the theme's, and axe finds nothing on the page, contrast included. In the dark contrast
 * alone is looked at: a theme changes nothing but colours.
 */
async function inBothThemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    const isRight = async () => (await brightness(page)) > 128 === (colorScheme === 'light');
    await eventually(isRight, `${name}: the ground is not ${colorScheme}`).toBe(true);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png`, fullPage: true });
    const found = await axeFindings(page, colorScheme === 'dark' ? 'color-contrast' : undefined);
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Goes to addresses in turn (inside npm test to a tenth), waits until each has come, and checks it in both themes. */
async function tour(page: Page, who: string, paths: string[]): Promise<void> {
  for (const path of sampled(paths)) {
    await page.goto(`${server().origin}${path}`);
    await page.locator('h1, .cover-paper').first().waitFor();
    await page.waitForLoadState('networkidle');
    await inBothThemes(page, `${who}${path.replaceAll('/', '-')}`);
  }
}

/** The addresses of the entries of the menu that is open. */
const menuOf = (page: Page): Promise<string[]> =>
  page
    .locator('.menu a')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);

/** Everything that the menu of somebody's desk leads to. */
async function menuTour(username: string, size?: Size): Promise<Page> {
  const { page } = await enter(username, size);
  await page.locator('.menu a').first().waitFor();
  await tour(page, username, await menuOf(page));
  return page;
}

describe('every screen, light and dark', () => {
  it('of a visitor', async () => {
    const { page } = await suite.open();
    await tour(page, 'visitor', ['/', '/progress', '/register/unit', '/register/applicant', '/setup/none']);
    await page.goto(server().origin);
    await page.locator('form button[type=submit]').click();
    await page.locator('.problem').first().waitFor();
    await inBothThemes(page, 'visitor-wrong');
    await page.context().close();
  });

  it('of an applicant: home, every page of a form, and what was returned', async () => {
    const { page } = await enter('draft-clinical');
    await tour(page, 'draft', ['/', '/password', '/account']);
    await page.goto(server().origin);
    await page.locator('.application footer a').first().click();
    await page.locator('.form-page').waitFor();
    await tour(page, 'draft', await menuOf(page));
    await page.context().close();
    const returned = await enter('returned-own-nurse');
    await tour(returned.page, 'returned', ['/']);
    await returned.page.locator('.application footer a').first().click();
    await returned.page.locator('.form-page').waitFor();
    await inBothThemes(returned.page, 'returned-form');
    await returned.page.context().close();
    const fresh = await enter('registered-only');
    await tour(fresh.page, 'fresh', ['/']);
    await fresh.page.context().close();
  });

  it('of a desk that reviews: queues, accounts, a case with its files and its dialogs', async () => {
    const page = await menuTour('commission-a');
    await page.goto(server().origin);
    await page.locator('[data-case]').first().waitFor();
    await page.locator('thead input[type=checkbox]').check();
    await inBothThemes(page, 'review-chosen');
    await page.locator('.bulk button', { hasText: '审核通过' }).click();
    await page.locator('.asked').waitFor();
    await inBothThemes(page, 'review-bulk');
    await page.keyboard.press('Escape');
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    await inBothThemes(page, 'review-case');
    await page.keyboard.press('j');
    await page.locator('.viewer iframe').waitFor();
    await inBothThemes(page, 'review-viewer');
    await page.getByRole('button', { name: '帮助' }).click();
    await page.locator('.help-text').waitFor();
    await inBothThemes(page, 'review-help');
    await page.context().close();
  });

  it.each(['municipal', 'municipal-policyEditor', 'municipal-operator'])('of %s', async (username) => {
    const page = await menuTour(username);
    await page.context().close();
  });

  it('on a phone', async () => {
    const draft = await enter('draft-clinical', PHONE);
    await draft.page.locator('.application footer a').first().click();
    await draft.page.locator('.form-page').waitFor();
    await inBothThemes(draft.page, 'phone-form');
    await draft.page.locator('.header button').first().click();
    await draft.page.locator('.menu a').first().waitFor();
    await inBothThemes(draft.page, 'phone-menu');
    await draft.page.context().close();
    const desk = await enter('township-a', PHONE);
    await desk.page.locator('.queue-cards .card').first().waitFor();
    await inBothThemes(desk.page, 'phone-queue');
    await desk.page.locator('[data-case]').first().click();
    await desk.page.locator('.case-text').waitFor();
    await inBothThemes(desk.page, 'phone-case');
    await desk.page.context().close();
  });
});
