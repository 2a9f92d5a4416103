import type { Locator, Page } from 'playwright-core';

const AGAIN_AFTER = 3_000;
const TRIES = 10;

/**
 * Opens a list of choices and takes the one with this title, as a person does: when the list moves while it is being
 * filtered, it clicks again; a list that has taken a choice closes.
 */
export async function chooseOption(page: Page, field: Locator, title: string): Promise<void> {
  await field.click();
  if (await field.isEditable()) await field.fill(title);
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const option = open.locator(`.ant-select-item-option[title="${title}"]`).first();
  await option.waitFor();
  for (let tries = 0; tries < TRIES; tries += 1) {
    // Where the list was only slow to close there is nothing to click.
    await option.click({ timeout: AGAIN_AFTER }).catch(() => undefined);
    if (await closes(open)) return;
  }
  throw new Error(`<${title}> was pointed at ${TRIES} times and never taken`);
}

const closes = (list: Locator): Promise<boolean> =>
  list.waitFor({ state: 'hidden', timeout: AGAIN_AFTER }).then(
    () => true,
    () => false,
  );
