/** The examples of a cycle that a draft has begun follow its changes, although none of them brought its mends along. */
import { expect, it } from 'vitest';
import { ELEVEN } from '../../core/change/eleven-changes.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { staged } from '../../support/staged.ts';
import { policyDesk } from './desk.ts';

const world = staged(HEALTH);

it('lets the examples of the next cycle follow, until nothing is wrong any more', async () => {
  const editor = await world.stage.able('definitions');
  const begun = await editor.must(
    editor.post<{ id: string }>('/api/drafts', { title: '明年', cycle: '2026' }),
  );
  const address = `/api/drafts/${begun.id}/changes`;
  let length = 0;
  for (const changes of ELEVEN) {
    const made = editor.post<{ length: number }>(address, { length, changes: [...changes] });
    ({ length } = await editor.must(made));
  }
  const page = await world.desk(editor, `/policy/drafts/${begun.id}/release`);
  const desk = policyDesk(page);
  await desk.button('让用例跟随这些修改').click();
  const files = desk.form().locator('code');
  await files.first().waitFor();
  const names = await files.allInnerTexts();
  expect(names.every((file) => file.startsWith('2027/'))).toBe(true);
  // An answer for each complete example, and another outcome where the law of a number decides: not one for each case.
  expect(names.length).toBeLessThan(30);
  expect(await axeFindings(page)).toEqual([]);
  await desk.made();
  await page.getByText('没有问题，用例全部符合预期').waitFor();
  await desk.green();
});
