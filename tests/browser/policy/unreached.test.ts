/** A changed rule that nothing reaches asks for its reason in the room of the release; the second person reads it there. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Client } from '../../journeys/client.ts';
import { THEATRE } from '../../journeys/harness.ts';
import { draftWith, viewDraft } from '../../journeys/publishing/publish.ts';
import { axeFindings } from '../../support/browser.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const MESSAGE = '题名不能只有一个字';
const REASON = '去年没有人这样填，按第七号决议先定下来。';

const world = staged(THEATRE, () => new Date('2026-05-04T01:00:00Z'));
let officer: Client;
let page: Page;
let draft = '';

beforeAll(async () => {
  officer = await world.stage.able('definitions');
  draft = await draftWith(officer, '2026', [
    {
      ...{ kind: 'addRule', cycle: '2026', section: 'project', rule: 'one-letter' },
      element: {
        when: { '==': [{ var: 'application.project.title' }, '从未有人这样填过'] },
        require: { '!=': [{ var: 'application.project.genre' }, 'opera'] },
        message: MESSAGE,
        severity: 'block',
      },
    },
  ]);
  page = await world.desk(officer, `/policy/drafts/${draft}/release`);
});

const section = () => page.getByRole('region', { name: '改过而没有碰到的规则' });

it('names the rule with its sentence, and keeps what is typed until it is saved', async () => {
  await section().getByText(MESSAGE).first().waitFor();
  await section().getByText('还有 1 条没有写明理由').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const field = section().getByRole('textbox', { name: `为什么仍要发布：${MESSAGE}` });
  await field.fill(REASON);
  await page.reload();
  await eventually(() => field.inputValue()).toBe(REASON);
  await section().getByRole('button', { name: '保存理由' }).click();
  await section().getByText(`理由：${REASON}`).waitFor();
  expect(await section().getByText('还有 1 条没有写明理由').count()).toBe(0);
  expect((await viewDraft(officer, draft)).unreached).toMatchObject([{ reason: { text: REASON } }]);
});

it('prints the reason, and none of what is pressed', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await section().getByText(`理由：${REASON}`).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '送审', exact: true }).isVisible()).toBe(false);
  expect(await page.locator('.draft-strip').isVisible()).toBe(false);
  expect(await section().getByRole('textbox').count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
});
