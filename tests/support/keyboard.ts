import type { Locator, Page } from 'playwright-core';

/** More than the longest page has on it: a matrix of forms and sections. */
const MOST_STEPS = 400;

/** Goes on with Tab until the focus is on `target`, as somebody without a mouse does. Throws where it is never reached. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const keyboard = target.page().keyboard;
  await target.waitFor();
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await hasFocus(target)) return;
    await keyboard.press(key);
  }
  throw new Error(
    `${target} was not reached in ${MOST_STEPS} steps; ${await whereFocusIs(target.page())} has the focus`,
  );
}

/** Goes into the table of `target` with Tab, and from cell to cell with arrows, down first; a key is pressed there. */
export async function pressInTable(target: Locator, key = 'Enter'): Promise<void> {
  const { keyboard } = target.page();
  await target.waitFor();
  const table = target.page().getByRole('grid').filter({ has: target });
  await tabTo(table.locator('[tabindex="0"]'));
  await keyboard.press('Home');
  for (let steps = 0; steps < MOST_STEPS && !(await isInRow(target)); steps += 1)
    await keyboard.press('ArrowDown');
  for (let steps = 0; steps < MOST_STEPS && !(await hasFocus(target)); steps += 1)
    await keyboard.press('ArrowRight');
  if (!(await hasFocus(target))) throw new Error(`${target} was not reached by arrows`);
  await keyboard.press(key);
}

const isInRow = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.closest('tr')?.contains(document.activeElement) ?? false);

/** Goes to `target` and presses a key there. */
export async function pressAt(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Goes to a field and types over what stands there. */
export async function typeAt(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press('ControlOrMeta+A');
  await target.page().keyboard.type(text);
}

/** Goes down a menu to an entry and takes it. */
export async function takeFromMenu(entry: Locator): Promise<void> {
  const page = entry.page();
  const inMenu = page.locator('[role=menuitem]:focus');
  await entry.waitFor();
  await inMenu.waitFor();
  for (let steps = 0; steps < MOST_STEPS && !(await hasFocus(entry)); steps += 1) {
    const before = await inMenu.innerText();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      (text) => (document.activeElement as HTMLElement | null)?.innerText !== text,
      before,
    );
  }
  await page.keyboard.press('Enter');
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** What has the focus, for a sentence: tag, id, label or text. */
export const whereFocusIs = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: one } = document;
    const name = one?.getAttribute('aria-label') ?? one?.textContent?.slice(0, 40) ?? '';
    return `<${one?.tagName.toLowerCase()} id="${one?.id}"> ${name}`;
  });

/** Is there anything to see of the focus: an outline or a ring, at the element or at what frames it? */
export const isFocusSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const ancestors = [];
    for (let one = document.activeElement; one && ancestors.length < 4; one = one.parentElement)
      ancestors.push(one);
    return ancestors.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
  });

/** Opens a list of choices and goes down to the one with this title. */
export async function chooseAt(field: Locator, title: string): Promise<void> {
  const page = field.page();
  await tabTo(field);
  if (await field.isEditable()) await page.keyboard.type(title);
  else await page.keyboard.press('Enter');
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const active = open.locator('.ant-select-item-option-active');
  await active.first().waitFor();
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if ((await active.first().getAttribute('title')) === title) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await open.waitFor({ state: 'hidden' });
}

/** Goes to a group of choices that are all seen, and on by arrow to the one with this title. */
export async function pickAt(group: Locator, title: string): Promise<void> {
  const page = group.page();
  await tabTo(group.locator('input[type=radio]').first());
  const wanted = group.getByRole('radio', { name: title, exact: true });
  await page.keyboard.press('Space');
  for (let steps = 0; steps < MOST_STEPS && !(await wanted.isChecked()); steps += 1)
    await page.keyboard.press('ArrowDown');
}
