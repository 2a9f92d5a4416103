/** Whoever has a desk keeps its whole menu on every page that they come to from it. */
import { expect, it } from 'vitest';
import { HEALTH } from '../journeys/harness.ts';
import { demonstration } from '../support/demonstration.ts';
import { eventually } from '../support/page.ts';

const { enter, server } = demonstration(HEALTH);

it.each([
  ['commission-a', ['/', '/accounts', '/account', '/registration', '/password']],
  ['municipal', ['/', '/cycle', '/policy/replays', '/audit', '/password']],
  ['municipal-policyEditor', ['/policy/overview', '/policy/drafts', '/cycle', '/account', '/password']],
])('%s finds the same menu on %j', async (username, paths) => {
  const { page, complaints } = await enter(username);
  const entries = () => page.locator('.menu a > span:first-child').allInnerTexts();
  const [first = '', ...others] = paths;
  await page.goto(server().origin + first);
  await eventually(async () => (await entries()).length).toBeGreaterThan(5);
  const menu = await entries();
  for (const path of others) {
    await page.goto(server().origin + path);
    await eventually(entries, path).toEqual(menu);
  }
  expect(complaints).toEqual([]);
});
