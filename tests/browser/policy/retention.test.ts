/** How long answers stay: a number of the draft, with the least that its source sets, and seen beside the closing. */
import { expect, it } from 'vitest';
import { openCycle } from '#server/seed/index.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { staged } from '../../support/staged.ts';
import { policyDesk } from './desk.ts';

const YEARS = '申报材料的保存年数，从年度全部截止时算起';
const world = staged(HEALTH);

it('is shown with the opening times, and changed among the numbers within its bounds', async () => {
  const { stage, server } = world;
  await openCycle(server.services);
  const editor = await stage.able('definitions');
  const page = await world.desk(editor, '/cycle');
  const window = await server.services.editions.window(server.services.db, stage.edition);
  const ends = String(Number(window.returnedUntil.slice(0, 4)) + 10);
  await page.getByText(`填报内容保存 10 年，从全部截止时算起：${ends}`).waitFor();

  // The menu is the one of the policy desk.
  await page.getByRole('link', { name: '草稿', exact: true }).click();
  const desk = policyDesk(page);
  await desk.begin('保存期限');
  await desk.room('数字');
  await desk.button(`修改 ${YEARS}`).click();
  await desk.fill(new RegExp(YEARS), '5');
  await desk.button('保存修改').click();
  await page.getByText('应在 10 到 100 之间').waitFor();
  await desk.fill(new RegExp(YEARS), '15');
  await desk.made();
  await desk.green();
  await desk.room('修改清单');
  await page.getByText(`「${YEARS}」由10改为15`).waitFor();
  expect(await page.locator('.draft-changes > li').count()).toBe(1);
});
