/** The examples of a cycle that a draft has begun follow its changes, although nothing of that cycle is published. */
import { expect, it } from 'vitest';
import { ELEVEN } from '../../core/change/eleven-changes.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { staged } from '../../support/staged.ts';

const world = staged(HEALTH);

it('lets the examples of the next cycle follow', async () => {
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
  await page.getByRole('button', { name: '让用例跟随这些修改' }).click();
  const files = page.locator('.change-form code');
  await files.first().waitFor();
  expect((await files.allInnerTexts()).every((file) => file.startsWith('2027/'))).toBe(true);
});
