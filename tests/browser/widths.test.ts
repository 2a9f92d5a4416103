import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { HEALTH } from '../journeys/harness.ts';
import { sampled } from '../promises/scale.ts';
import { overflow } from '../support/browser.ts';
import { demonstration } from '../support/demonstration.ts';
import { turnTo } from './applicant/desk.ts';

const SHOTS = process.env.SHOTS;
const DESKS = [1366, 1440, 1920];
const NAME = '测试姓名很长的人员'.repeat(4).slice(0, 30);
const TITLE = '一个很长的标题，要占三行才写得下，无论放在哪里都不能挤掉旁边的内容'.repeat(3);

const { enter, server } = demonstration(HEALTH);

/** What is too long for its place: by key of what the server sends. */
const LONG: Record<string, unknown> = {
  name: NAME,
  username: NAME,
  actorName: NAME,
  subjectName: NAME,
  organisation: TITLE,
  categoryTitle: TITLE,
  stateTitle: TITLE,
  statusTitle: TITLE,
  roleTitle: TITLE,
  text: TITLE,
  count: 123_456_789_012,
};

function lengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lengthened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const long = LONG[key];
      return [key, long !== undefined && typeof part === typeof long ? long : lengthened(part)];
    }),
  );
}

/** The lists of this page come with names of 30 characters, titles of three lines and counts of 12 digits. */
async function lengthen(page: Page): Promise<void> {
  await page.route(/\/api\/(queues|accounts|audit|batches|applications)(\/|\?|$)/, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, json: lengthened(await response.json()) });
  });
}

/** Which of these elements cannot be pressed where they stand: they are outside the window, or covered. */
const unreachable = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => {
        element.scrollIntoView({ block: 'center', inline: 'nearest' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return !element.contains(hit);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** Which cells hold more than they are wide, so that it would lie over the next one. */
const spilling = (page: Page): Promise<string[]> =>
  page
    .locator('td, th, .card, .menu a, .application, .aggregates > div')
    .evaluateAll((elements) =>
      elements
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map((element) => `${element.className} ${element.textContent?.slice(0, 40)}`),
    );

describe('row tables on a desk', () => {
  it.each(sampled(['history', 'priorAchievements', 'achievements', 'papers'], 2))(
    '%s: evidence and tools are in view, and the open row is as wide as what is seen',
    async (id) => {
      const { page } = await enter('draft-clinical');
      await turnTo(page, id);
      await page.locator('.rows-around').first().waitFor();
      for (const width of DESKS) {
        await page.setViewportSize({ width, height: 900 });
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/rows-${id}-${width}.png`, fullPage: true });
        expect.soft(await unreachable(page, '.row-tools button:enabled'), `tools, ${width}`).toEqual([]);
        expect
          .soft(await unreachable(page, 'td.evidence button, td.evidence a'), `evidence, ${width}`)
          .toEqual([]);
      }
      await page.setViewportSize({ width: 1366, height: 900 });
      await page.locator('.row-tools button', { hasText: '修改' }).first().click();
      await page.locator('.row-editor').waitFor();
      expect(await unreachable(page, '.row-editor input, .row-editor button')).toEqual([]);
      await page.context().close();
    },
  );
});

it('a grid of five years shows its ticks, and the evidence of an open row stands apart from the field above', async () => {
  const { page } = await enter('draft-clinical');
  await turnTo(page, 'achievements');
  await page.locator('table.grid').waitFor();
  for (const width of DESKS) {
    await page.setViewportSize({ width, height: 900 });
    const wider = await page
      .locator('.grid-scroll')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect.soft(wider, `${width}`).toBe(0);
  }
  await page.getByRole('button', { name: '第 1 行 修改' }).click();
  const slot = page.locator('.row-editor > .slot').first();
  const gap = await slot.evaluate(
    (one) =>
      one.getBoundingClientRect().top - (one.previousElementSibling?.getBoundingClientRect().bottom ?? 0),
  );
  expect(gap).toBeGreaterThanOrEqual(8);
  await page.context().close();
});

describe('names of 30 characters, counts of 12 digits, titles of three lines', () => {
  const LISTS = [
    ['commission-a', '/queues/application/pending'],
    ['commission-a', '/queues/account/approved'],
    ['commission-a', '/queues/application/passed/DELIVER'],
    ['commission-a', '/accounts'],
    ['municipal', '/audit'],
    ['draft-clinical', '/'],
  ] as const;

  it.each(sampled(LISTS, 3))(
    '%s at %s: everything wraps, nothing is squeezed out',
    async (username, path) => {
      const { page } = await enter(username);
      await lengthen(page);
      await page.goto(`${server().origin}${path}`);
      await page
        .getByText(NAME.slice(0, 6))
        .or(page.getByText(TITLE.slice(0, 6)))
        .first()
        .waitFor();
      for (const width of [...DESKS, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForLoadState('networkidle');
        const name = `${username}${path.replaceAll('/', '-')}-${width}`;
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/long-${name}.png`, fullPage: true });
        expect.soft(await overflow(page), name).toBe(0);
        expect.soft(await spilling(page), name).toEqual([]);
        expect.soft(await unreachable(page, 'main td button, main td a'), name).toEqual([]);
      }
      await page.context().close();
    },
  );
});
