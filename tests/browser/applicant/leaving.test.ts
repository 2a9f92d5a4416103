import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { demonstration } from '../../support/demonstration.ts';
import { eventually } from '../../support/page.ts';
import { at, turnTo } from './desk.ts';

const { enter } = demonstration(HEALTH);

/** Ways of going away in the middle of a word. */
const WAYS: [string, (page: Page) => Promise<unknown>][] = [
  ['another address', (page) => page.goto('about:blank')],
  ['a reload', (page) => page.reload()],
  ['another page of the form', (page) => page.locator('.menu a[href$="/basic"]').click()],
  ['home', (page) => page.locator('.header .programme').click()],
];

describe('what is typed up to the moment of leaving', () => {
  it.each(WAYS)('is kept: %s', async (way, leave) => {
    const { page, complaints } = await enter('draft-military');
    await turnTo(page, 'cover');
    const field = at(page, '/cover/researchDirection');
    const address = page.url();
    const text = `键入${WAYS.findIndex(([one]) => one === way)}`;
    await field.fill('');
    await field.pressSequentially(text, { delay: 90 });
    await leave(page);
    await page.goto(address);
    await eventually(() => field.inputValue(), `what was typed before ${way}`).toBe(text);
    expect(complaints).toEqual([]);
  });

  it('is kept when the tab is closed', async () => {
    const { page } = await enter('draft-military');
    await turnTo(page, 'cover');
    const address = page.url();
    const field = at(page, '/cover/filledOn');
    await field.fill('');
    await field.pressSequentially('2026.5.17', { delay: 120 });
    const context = page.context();
    await page.close({ runBeforeUnload: true });
    await eventually(() => context.pages().length).toBe(0);
    const again = await context.newPage();
    await again.goto(address);
    await eventually(() => at(again, '/cover/filledOn').inputValue()).toBe('2026-05-17');
  });
});
