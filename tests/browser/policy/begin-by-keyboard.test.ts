/** A new programme by keyboard alone: the guided page from its first field to the draft, with every kind of part of it. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isFull } from '../../promises/scale.ts';
import { axeFindings } from '../../support/browser.ts';
import { chooseAt, hasFocus, isFocusSeen, pressAt, tabTo, typeAt } from '../../support/keyboard.ts';
import { eventually } from '../../support/page.ts';
import { freshServer } from './fresh-server.ts';

describe.runIf(isFull)('the guided page, by keyboard alone', () => {
  const fresh = freshServer();
  let page: Page;

  beforeAll(async () => {
    page = await fresh.setUp('officer', '测试专员甲');
  });

  const at = (name: string) => page.locator(`#begin-${name}`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const seen = async () => expect(await isFocusSeen(page)).toBe(true);

  /** A row that has just come has the focus in its first field. */
  async function typed(name: string, text: string): Promise<void> {
    await eventually(() => hasFocus(at(name))).toBe(true);
    await page.keyboard.type(text);
  }

  it('is found from the page of drafts, and says what is missing at the first field', async () => {
    await page.goto(`${fresh.server.origin}/policy/drafts`);
    await pressAt(button('新建项目'));
    await page.getByRole('radio').first().waitFor();
    await pressAt(button('建立草稿'));
    await page.getByText('处需要修改').waitFor();
    expect(await hasFocus(at('title'))).toBe(true);
    await seen();
  });

  it('is filled in: names, kinds of units with their units, account forms', async () => {
    await typeAt(at('title'), '测试补助');
    await typeAt(at('top'), '主管处');
    await typeAt(at('topName'), '测试主管处');
    await typeAt(at('kind-1'), '协会');
    await typeAt(at('units-1'), '测试东园');
    await pressAt(button('增加一种单位'));
    await typed('kind-2', '分会');
    await chooseAt(at('above-2'), '协会');
    await typeAt(at('units-2'), '测试东园一组');
    await typeAt(at('people'), '园丁');
    await pressAt(at('people-more'));
    await typed('people-1', '出生日期');
    await chooseAt(at('people-1-kind'), '日期');
    await typeAt(at('organisation'), '协会注册');
    await seen();
  });

  it('is filled in: questions, one taken away again, the route, sheet and list', async () => {
    await typeAt(at('form'), '一般申请');
    await typeAt(at('section'), '计划');
    await typeAt(at('question-1'), '面积');
    await chooseAt(at('question-1-kind'), '数字');
    await pressAt(at('more'));
    await typed('question-2', '片区');
    await chooseAt(at('question-2-kind'), '单选');
    await typeAt(at('question-2-choices'), '港口');
    await page.keyboard.press('Enter');
    await page.keyboard.type('山坡');
    await pressAt(page.locator('.begin-row', { has: at('question-2') }).getByRole('checkbox'), 'Space');
    await pressAt(at('more'));
    await typed('question-3', '多余的一项');
    await pressAt(button('删除 第 3 项'));
    expect(await at('question-3').count()).toBe(0);
    await eventually(() => hasFocus(at('more'))).toBe(true);
    await tabTo(page.getByRole('radio', { checked: true }).last());
    await page.keyboard.press('ArrowDown');
    await typeAt(at('sheet'), '申请表');
    await typeAt(at('roster'), '名单');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('becomes a draft without a problem', async () => {
    await pressAt(button('建立草稿'));
    await page.waitForURL(/\/policy\/drafts\/[^/]+\/changes/);
    await page.locator('.draft-strip').getByText('问题 0').waitFor();
    await page.locator('.draft-strip').getByText('用例 1/1').waitFor();
  });
});
