import type { Page } from 'playwright-core';
import type { FieldSchema, Json, JsonObject } from '#core/model/index.ts';
import { choicesOf } from '#renderer/form/present/choices.ts';
import { PASSWORD } from '../../journeys/stage.ts';
import { chooseAt, pickAt, pressAt, tabTo, typeAt } from '../../support/keyboard.ts';
import { accountForm, type Registrant } from './registrants.ts';
import type { Registrar } from './registrar.ts';

/** User name, password, question and answer, without a mouse. */
export async function credentialsByKey(page: Page, username: string): Promise<void> {
  await typeAt(page.locator('input[name=username]'), username);
  await typeAt(page.locator('input[name=password]'), PASSWORD);
  await typeAt(page.locator('input[name=repeated]'), PASSWORD);
  await tabTo(page.locator('#question'));
  await page.keyboard.press('ArrowDown');
  await page.locator('.ant-select-item-option-active').first().waitFor();
  await page.keyboard.press('Enter');
  await typeAt(page.locator('input[name=answer]'), 'blue');
}

/** Every answer that the demonstration gives, each by the keys of its widget. */
export async function fillByKey(page: Page, registrar: Registrar, one: Registrant): Promise<void> {
  const { definition, account } = accountForm(registrar.edition, one.form);
  for (const { id, schema, ui } of definition.sections) {
    const given = one.sections[id] as JsonObject;
    const order = ui?.['']?.order;
    const keys = Array.isArray(order) ? order.map(String) : Object.keys(schema?.properties ?? {});
    for (const key of keys) {
      const at = `/${id}/${key}`;
      const field = schema?.properties?.[key];
      if (at === account.parent) await parentByKey(page, at, registrar.nameOf(one.under));
      else if (field && given[key] !== undefined && field.derive === undefined)
        await answerByKey(page, at, field, given[key], registrar);
    }
  }
}

async function answerByKey(page: Page, at: string, schema: FieldSchema, value: Json, { edition }: Registrar) {
  const field = page.locator(`[id="${at}"]`).first();
  const lists = { codes: edition.codes, asOf: edition.definition.edition.cycle.asOf };
  const title = choicesOf(schema, lists)?.find((choice) => choice.value === value)?.label;
  if (schema.type === 'boolean') {
    await tabTo(field);
    if ((await field.isChecked()) !== value) await page.keyboard.press('Space');
    return;
  }
  if (title === undefined) return typeAt(field, String(value));
  await field.waitFor();
  if ((await field.getAttribute('role')) === 'combobox') return chooseAt(field, title);
  await pickAt(field, title);
}

async function parentByKey(page: Page, at: string, name: string) {
  await pressAt(page.locator(`[id="${at}"]`));
  const dialog = page.getByRole('dialog');
  await typeAt(dialog.getByRole('textbox'), name);
  await pressAt(dialog.locator('.organisation-choice:not(.closed)', { hasText: name }).first());
  await dialog.waitFor({ state: 'detached' });
}
