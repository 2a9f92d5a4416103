/** What an officer types in a room is theirs until it is a change: it is still there after a reload, and while the network is away. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { THEATRE } from '../../journeys/harness.ts';
import { isFull } from '../../promises/scale.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

describe.runIf(isFull)('what is typed and not yet saved', () => {
  const world = staged(THEATRE);
  let page: Page;

  beforeAll(async () => {
    const editor = await world.stage.able('definitions');
    const start = { title: '还没有保存的', cycle: '2026' };
    const { id } = (await editor.post<{ id: string }>('/api/drafts', start)).body;
    page = await world.desk(editor, `/policy/drafts/${id}/changes`);
    await page.locator('.draft-strip').waitFor();
  });

  const form = () => page.locator('.change-form');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  /** The list of changes says in the menu how many there are. */
  const room = (name: string) =>
    page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();

  /** The fields that were typed into, each with what has to stand there. */
  type Typed = [field: () => Locator, text: string][];

  async function typed(fields: Typed): Promise<void> {
    for (const [field, text] of fields) await field().fill(text);
    await page.reload();
    await form().waitFor();
    for (const [field, text] of fields) await eventually(() => field().inputValue()).toBe(text);
  }

  /** Saved in vain while the network is away, with a sentence; then given up, after which nothing of it is left. */
  async function awayAndGivenUp(fields: Typed): Promise<void> {
    await page.context().setOffline(true);
    await form().getByRole('button', { name: '保存修改' }).click();
    await form().locator('.problem, [role=alert]').first().waitFor();
    for (const [field, text] of fields) expect(await field().inputValue()).toBe(text);
    await page.context().setOffline(false);
    await form().getByRole('button', { name: '取消' }).click();
    await form().waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.draft-strip').waitFor();
    expect(await form().count()).toBe(0);
  }

  const label = (name: RegExp) => () => form().getByRole('textbox', { name });

  it.each<[string, string | RegExp, Typed]>([
    [
      '数字',
      '修改 最多场次',
      [
        [label(/^最多场次/), '9'],
        [label(/^依据/), '新办法第五条'],
      ],
    ],
    [
      '代码表',
      '添加代码',
      [
        [label(/^代码/), 'new'],
        [label(/^名称/), '新的代码'],
      ],
    ],
    [
      '规则',
      /^修改 自筹资金已足够/,
      [
        [label(/^提示/), '新的提示'],
        [label(/^规则的依据/), '新办法'],
      ],
    ],
    ['文字', /^修改 /, [[() => form().getByRole('textbox').first(), '新的文字']]],
    ['导出名单', '增加列', [[label(/^列名/), '新的一列']]],
    ['修改清单', '建立下一年度', [[() => form().getByRole('textbox').first(), '2031']]],
  ])('in the room %s', async (name, opener, fields) => {
    await room(name);
    await page.getByRole('button', { name: opener }).first().click();
    await typed(fields);
    await awayAndGivenUp(fields);
  });

  it('a question that is being added', async () => {
    await room('类别与栏目');
    await page.locator('.draft-matrix button').first().click();
    await button('添加填写项').click();
    const fields: Typed = [
      [label(/^名称/), '新的填写项'],
      [label(/^填写说明/), '怎样填'],
    ];
    await typed(fields);
    await awayAndGivenUp(fields);
  });

  it('a formula, also one that cannot be read yet', async () => {
    await room('规则');
    await page.getByRole('button', { name: /^修改 自筹资金已足够/ }).click();
    await form().getByText('公式', { exact: true }).first().click();
    const editor = form().locator('.cm-content').first();
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('{ ">": [5,');
    await form().getByText('不是完整的公式').waitFor();
    await page.reload();
    await form().getByText('不是完整的公式').waitFor();
    expect(await editor.innerText()).toContain('{ ">": [5,');
    await form().getByRole('button', { name: '取消' }).click();
  });

  it('a sentence of a sheet, and a template', async () => {
    await room('打印表');
    await page
      .locator('.sheet-panel')
      .getByRole('button', { name: /^修改 / })
      .first()
      .click();
    const fields: Typed = [[() => form().getByRole('textbox', { name: '这句话' }), '新的一句话']];
    await typed(fields);
    await awayAndGivenUp(fields);
    await page.getByText('模板', { exact: true }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.insertText('<p>新的一段</p>');
    await form().waitFor();
    await page.reload();
    await form().waitFor();
    expect(await page.locator('.cm-content').innerText()).toContain('新的一段');
  });

  it('a remark to the other officers', async () => {
    await room('修改清单');
    const remark = page.getByLabel('写一条意见').or(page.locator('.draft-remarks textarea')).first();
    await remark.fill('还没有写完');
    await page.reload();
    await eventually(() => remark.inputValue()).toBe('还没有写完');
  });
});
