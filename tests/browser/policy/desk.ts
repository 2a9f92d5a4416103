import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A draft as an officer has it before them, by mouse. */
export type PolicyDesk = ReturnType<typeof policyDesk>;

/** The server looks through a whole draft with its sheets before it answers: some seconds of a core that is free. */
const PATIENCE = 300_000;

/** What every room of a draft is worked with: its menu, the form that is open, what is saved. */
export function policyDesk(page: Page) {
  page.setDefaultTimeout(PATIENCE);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const form = () => page.locator('.change-form');
  // A number may stand behind the name of a room; another entry begins like it.
  const room = (name: string) =>
    page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${name}(\\s*\\d|$)`) })
      .click();
  const strip = page.locator('.draft-strip');

  /** How many changes the page has of the draft. */
  const changes = async (): Promise<number> =>
    Number.parseInt(await strip.getByText(/^\d+ 处修改$/).innerText(), 10);

  /** Makes the change of a form that is open, and waits until the page has the list with it. `press`: by other means. */
  async function made(one = form(), press = (save: Locator) => save.click()): Promise<void> {
    const before = await changes();
    await press(one.getByRole('button', { name: '保存修改' }));
    await one.waitFor({ state: 'detached' });
    await expect.poll(changes, { timeout: PATIENCE }).toBeGreaterThan(before);
  }

  const fill = (label: RegExp, text: string): Promise<void> =>
    form().getByRole('textbox', { name: label }).fill(text);

  async function choose(label: string, option: string, one: Page | Locator = page): Promise<void> {
    const field = one.getByRole('combobox', { name: label });
    await field.click();
    if (await field.isEditable()) await field.fill(option);
    const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
    await list.waitFor({ state: 'hidden' });
  }

  /** Begins a draft; gives its id. */
  async function begin(title: string): Promise<string> {
    await button('新建草稿').click();
    await page.getByLabel('草稿名称').fill(title);
    await page.keyboard.press('Enter');
    await page.getByText('还没有修改').waitFor();
    return page.url().split('/').at(-2) ?? '';
  }

  /** Waits until the page has looked through the draft and every example: none may come out otherwise. */
  async function green(): Promise<void> {
    await strip
      .getByRole('status')
      .filter({ hasText: /^用例 (\d+)\/\1$/ })
      .waitFor();
    await strip.getByText(/^问题 0/).waitFor();
  }

  return { page, button, form, room, strip, made, fill, choose, begin, green };
}
