import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { HEALTH } from '../journeys/harness.ts';
import { PASSWORD } from '../journeys/stage.ts';
import { codeAt } from '../support/authenticator.ts';
import {
  hasFocus,
  isFocusSeen,
  pressAt,
  tabTo,
  takeFromMenu,
  typeAt,
  whereFocusIs,
} from '../support/keyboard.ts';
import { eventually } from '../support/page.ts';
import { staged } from '../support/staged.ts';

const NEXT = 'Other-Horse-8';

/** Everything with accounts, without a mouse. */
describe('accounts, by keyboard alone', () => {
  const live = staged(HEALTH);
  const { fresh, desk } = live;

  const menuOf = (page: Page, username: string): Locator =>
    page.locator('tr', { hasText: username }).locator('button');
  const dialogOf = (page: Page): Locator => page.getByRole('dialog');

  /** Opens the menu of a user and goes down to an entry; gives the button that has opened it. */
  async function actOn(page: Page, username: string, entry: string): Promise<Locator> {
    const button = menuOf(page, username);
    await pressAt(button);
    await takeFromMenu(page.getByRole('menuitem', { name: entry, exact: true }));
    await dialogOf(page).waitFor();
    return button;
  }

  /**
   * The focus stays in the dialog however often Tab is pressed; between its end and its beginning is the browser
   * itself.
   */
  async function expectHeld(page: Page): Promise<void> {
    await expectIn(page);
    for (let steps = 0; steps < 8; steps += 1) {
      await page.keyboard.press('Tab');
      const outside = await dialogOf(page).evaluate(
        (one) => document.activeElement !== document.body && !one.contains(document.activeElement),
      );
      expect(outside, await whereFocusIs(page)).toBe(false);
    }
  }

  /** The dialog is open and has the focus. */
  const expectIn = (page: Page) =>
    eventually(() => dialogOf(page).evaluate((one) => one.contains(document.activeElement))).toBe(true);

  /** Escape closes the dialog, and the focus is back where it was. */
  async function expectLeft(page: Page, back: Locator): Promise<void> {
    await expectIn(page);
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'detached' });
    await eventually(() => hasFocus(back), await whereFocusIs(page)).toBe(true);
  }

  it('somebody logs in, changes the password, and logs out', async () => {
    await live.stage.organisation('township-a');
    await live.stage.person('pending-own-gp');
    const page = await fresh();
    await eventually(() => hasFocus(page.locator('#username'))).toBe(true);
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.type('pending-own-gp');
    await typeAt(page.locator('#password'), PASSWORD);
    await page.keyboard.press('Enter');
    await pressAt(page.locator('.header').getByRole('button', { name: '修改密码' }));
    await typeAt(page.locator('#current'), PASSWORD);
    await typeAt(page.locator('#next'), NEXT);
    await typeAt(page.locator('#repeated'), NEXT);
    await page.keyboard.press('Enter');
    await page.locator('#next').waitFor({ state: 'detached' });
    await pressAt(page.locator('.header').getByRole('button', { name: '退出' }));
    await page.locator('#password').waitFor();
    await live.server
      .client()
      .must(live.server.client().prove('/api/session', { username: 'pending-own-gp', password: NEXT }));
  });

  it('the header opens its notices, its menu and its help, and returns the focus', async () => {
    const page = await desk(await live.stage.organisation('township-a'), '/');
    const header = page.locator('.header');
    const notices = header.getByRole('button', { name: /^通知/ });
    await pressAt(notices);
    await eventually(() => hasFocus(page.locator('.notices-box'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.ant-popover').waitFor({ state: 'hidden' });
    await eventually(() => hasFocus(notices)).toBe(true);
    const help = header.getByRole('button', { name: '帮助' });
    await pressAt(help);
    await page.locator('.help-text').waitFor();
    await tabTo(page.locator('.help-others button').first());
    await page.keyboard.press('Escape');
    await page.locator('.help-text').waitFor({ state: 'detached' });
    await eventually(() => hasFocus(help)).toBe(true);
    await pressAt(header.locator('.person'));
    await takeFromMenu(page.getByRole('menuitem', { name: '快捷键' }));
    await page.locator('.keys').waitFor();
    await expectLeft(page, header.locator('.person'));
  });

  it('a user is given a password, frozen, let in again, and deleted', async () => {
    await live.stage.person('returned-own-nurse');
    const page = await desk(await live.stage.organisation('township-a'));
    const button = await actOn(page, 'returned-own-nurse', '初始化密码');
    await expectHeld(page);
    await expectLeft(page, button);
    await actOn(page, 'returned-own-nurse', '初始化密码');
    await eventually(() => hasFocus(dialogOf(page).locator('button[type=submit]'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.first-password code').waitFor();
    await expectHeld(page);
    await pressAt(dialogOf(page).locator('.ant-modal-footer button').last());
    await dialogOf(page).waitFor({ state: 'detached' });
    await eventually(() => hasFocus(button)).toBe(true);
    for (const [entry, state] of [
      ['冻结', 'frozen'],
      ['解冻', 'active'],
    ] as const) {
      await actOn(page, 'returned-own-nurse', entry);
      await expectHeld(page);
      await pressAt(dialogOf(page).locator('button[type=submit]'));
      await page.locator('tr', { hasText: 'returned-own-nurse' }).locator(`.state-${state}`).waitFor();
      await eventually(() => hasFocus(button)).toBe(true);
    }
    await actOn(page, 'returned-own-nurse', '删除');
    await pressAt(dialogOf(page).locator('button[type=submit]'));
    const typed = page.locator('#delete-confirm');
    await eventually(() => hasFocus(typed)).toBe(true);
    await page.keyboard.type('returned-own');
    await page.keyboard.press('Enter');
    await expectHeld(page);
    await typeAt(typed, 'returned-own-nurse');
    await page.keyboard.press('Enter');
    await menuOf(page, 'returned-own-nurse').waitFor({ state: 'detached' });
  });

  it('a menu is closed by the keys that open it', async () => {
    const page = await desk(await live.stage.organisation('commission-b'));
    await live.stage.organisation('township-b');
    await page.reload();
    const button = menuOf(page, 'township-b');
    await pressAt(button);
    await eventually(() => hasFocus(page.getByRole('menuitem').first())).toBe(true);
    await page.keyboard.press('ArrowDown');
    await eventually(() => hasFocus(page.getByRole('menuitem').nth(1))).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
    expect(await hasFocus(button)).toBe(true);
  });

  it('a colleague and a unit are added, missing fields reported first', async () => {
    const page = await desk(await live.stage.organisation('commission-b'));
    const user = page.getByRole('button', { name: '添加本单位用户' });
    await pressAt(user);
    await eventually(() => hasFocus(page.locator('#new-name'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('#new-name-error').waitFor();
    expect(await hasFocus(page.locator('#new-name'))).toBe(true);
    await expectHeld(page);
    await typeAt(page.locator('#new-name'), '测试同事');
    await page.keyboard.press('Enter');
    await eventually(() => hasFocus(page.locator('#new-username'))).toBe(true);
    await page.keyboard.type('colleague-b');
    await page.keyboard.press('Enter');
    await page.locator('.first-password code').waitFor();
    await pressAt(dialogOf(page).locator('.ant-modal-footer button').last());
    await eventually(() => hasFocus(user)).toBe(true);
    const unit = page.locator('.page-aside button').first();
    await pressAt(unit);
    await typeAt(page.locator('#new-name'), '演示乙县职改办（测试）');
    await typeAt(page.locator('#new-username'), 'by-keys');
    await page.keyboard.press('Enter');
    await page.locator('.first-password code').waitFor();
    await pressAt(dialogOf(page).locator('.ant-modal-footer button').last());
    await eventually(() => hasFocus(unit)).toBe(true);
    await actOn(page, 'by-keys', '删除单位');
    await expectLeft(page, menuOf(page, 'by-keys'));
  });

  it('a unit is moved: the new parent is found by name, or down the tree', async () => {
    await live.stage.organisation('talent-agency-a');
    await live.stage.organisation('commission-b');
    const page = await desk(await live.stage.organisation('municipal'));
    await typeAt(page.locator('.filters input').first(), 'talent-agency-a');
    await menuOf(page, 'commission-b').waitFor({ state: 'detached' });
    const button = await actOn(page, 'talent-agency-a', '移动单位');
    await expectHeld(page);
    await expectLeft(page, button);
    await actOn(page, 'talent-agency-a', '移动单位');
    const find = dialogOf(page).getByRole('textbox');
    await eventually(() => hasFocus(find)).toBe(true);
    await page.keyboard.type('乙县');
    await pressAt(dialogOf(page).locator('.organisation-choice:not(.closed)', { hasText: '乙县' }).first());
    const go = dialogOf(page).locator('button[type=submit]');
    await eventually(() => hasFocus(go)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('已移动').waitFor();
    await eventually(() => hasFocus(button)).toBe(true);
  });

  it('a second factor is turned on and off', async () => {
    const page = await desk(await live.stage.organisation('community-a'), '/account');
    const begin = page.locator('.second-factor button').first();
    await pressAt(begin);
    const code = page.locator('input[name=code]');
    await eventually(() => hasFocus(code)).toBe(true);
    await pressAt(page.locator('.code-form button').last());
    await eventually(() => hasFocus(begin)).toBe(true);
    await page.keyboard.press('Enter');
    await eventually(() => hasFocus(code)).toBe(true);
    const secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '');
    await page.keyboard.type(codeAt(secret, new Date()));
    await page.keyboard.press('Enter');
    await page.locator('.secret').waitFor({ state: 'detached' });
    await eventually(() => hasFocus(page.locator('.second-factor button').first())).toBe(true);
  });

  it('the trail is verified and read', async () => {
    const page = await desk(await live.stage.organisation('municipal'), '/audit');
    await page.locator('table.audit tbody tr').first().waitFor();
    await pressAt(page.locator('.verify button'));
    await page.locator('.verify .ant-alert-success').waitFor();
    await typeAt(page.getByRole('combobox', { name: '操作' }), '管理账号');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('table.audit tbody tr').count()).toBeLessThan(4);
    await tabTo(page.locator('.scrolls'));
    expect(await isFocusSeen(page)).toBe(true);
  });
});
