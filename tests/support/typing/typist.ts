import type { Locator, Page } from 'playwright-core';
import { evaluate } from '#core/evaluate/index.ts';
import { saysNone } from '#core/form/index.ts';
import type {
  Application,
  CompiledEdition,
  CompiledSection,
  Facts,
  FieldSchema,
  FileRef,
  Json,
  JsonObject,
  SectionDefinition,
  UiHints,
} from '#core/model/index.ts';
import { choicesOf } from '#renderer/form/present/choices.ts';
import { chooseOption } from '../choose.ts';
import { honestPdf } from '../pdfs.ts';

const byId = (page: Page | Locator, id: string): Locator => page.locator(`[id="${id}"]`).first();
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Fills in a form of a definition as a person does: by mouse and keyboard, field by field in the order in which it is
 * asked. What it is to type are the answers of an example; how a field is drawn it sees on the page.
 */
export class Typist {
  readonly #page: Page;
  readonly #edition: CompiledEdition;
  /** The rows of the example on the page. */
  readonly #rows = new Map<string, string>();

  constructor(page: Page, edition: CompiledEdition) {
    this.#page = page;
    this.#edition = edition;
  }

  /** Walks through every page of the form: answers, evidence, and on to the next. */
  async application(application: Application, facts: Facts): Promise<void> {
    const category = this.#edition.categories[application.category];
    if (!category) throw new Error(`there is no form "${application.category}"`);
    const { values } = evaluate(this.#edition, application, facts);
    for (const page of category.definition.pages) {
      const asked = page.sections.filter((id) => application.sections[id] !== undefined);
      const files = application.files.filter(({ section }) => page.sections.includes(section));
      if (asked.length + files.length === 0) continue;
      await this.#page.locator(`.menu a[href$="/${page.id}"]`).click();
      for (const id of asked) {
        const section = category.bySection[id];
        // What is evaluated no longer tells the word for none from no rows.
        const kept = application.sections[id];
        if (section) await this.section(section, saysNone(section, kept) ? kept : values[id]);
      }
      await this.#page.locator('.form-page .actions button').nth(-2).click();
      for (const file of files) await this.attach(file);
    }
  }

  /** One section, by its kind. */
  async section({ definition }: CompiledSection, value: Json | undefined): Promise<void> {
    const { id, schema = {}, ui = {} } = definition;
    if (definition.kind === 'grid') return this.#grid(id, isObject(value) ? value : {});
    if (definition.kind === 'table') return this.#table(definition, value);
    if (definition.kind === 'form' && isObject(value)) await this.record(`/${id}`, schema, ui, value);
  }

  /** The fields of one record, in their order; nested ones too. `anchor` begins their ids. */
  async record(anchor: string, schema: FieldSchema, ui: UiHints, value: JsonObject, at = ''): Promise<void> {
    for (const key of ordered(schema, ui[at]?.order)) {
      const field = schema.properties?.[key];
      const answer = value[key];
      if (!field || field.derive !== undefined || answer === undefined || answer === null) continue;
      if (isObject(answer)) await this.record(anchor, field, ui, answer, `${at}/${key}`);
      else await this.answer(`${anchor}${at}/${key}`, field, answer);
    }
  }

  /** One field, as it is drawn. What cannot be written is left as it is. */
  async answer(id: string, schema: FieldSchema, value: Json): Promise<void> {
    const field = byId(this.#page, id);
    await field.waitFor();
    const role = (await field.getAttribute('role')) ?? (await field.getAttribute('type')) ?? 'text';
    if (role === 'radiogroup' && typeof value === 'boolean')
      return field
        .getByRole('radio')
        .nth(value ? 0 : 1)
        .check();
    if (role === 'radiogroup') return this.#radio(field, this.#titleOf(schema, value));
    if (role === 'combobox') return chooseOption(this.#page, field, this.#titleOf(schema, value));
    if (role === 'checkbox') return field.setChecked(value === true);
    if (!(await isWritable(field))) return;
    if (schema.format === 'month-range' || schema.format === 'date-range') {
      const [from = '', to = ''] = String(value).split(schema.format === 'date-range' ? '/' : '-');
      await this.#date(field, from);
      return to === '' ? undefined : this.#date(byId(this.#page, `${id}~to`), to);
    }
    if (value === schema.none) return this.#none(field, String(value));
    if (/^(date|month)$/.test(schema.format ?? '')) return this.#date(field, String(value));
    await field.fill(String(value));
    await field.press('Tab');
  }

  /** Puts a real PDF into the place of a file of the example, and waits until it is kept. */
  async attach({ section, slot, row }: FileRef): Promise<void> {
    const place = row === undefined ? section : `${section}/${this.#rows.get(`${section}/${row}`)}`;
    const box = byId(this.#page, `/${place}~${slot}`);
    await box.locator('button:not([disabled])').waitFor();
    const name = `${slot}.pdf`;
    const file = { name, mimeType: 'application/pdf', buffer: await honestPdf() };
    await box.locator('input[type=file]').setInputFiles(file);
    await box.getByRole('link', { name }).waitFor();
  }

  /** Its rows one by one, or the one click that says there are none. */
  async #table(
    { id, title, schema = {}, ui = {} }: SectionDefinition,
    value: Json | undefined,
  ): Promise<void> {
    const region = this.#page.getByRole('region', { name: title });
    if (value !== undefined && value === schema.none) return region.locator('.say-none button').click();
    for (const row of Array.isArray(value) ? value : [])
      if (isObject(row))
        await this.#row(id, schema.items ?? {}, ui, row, region.locator('.table-foot button'));
  }

  async #row(
    section: string,
    schema: FieldSchema,
    ui: UiHints,
    row: JsonObject,
    add: Locator,
  ): Promise<void> {
    await add.click();
    const editor = this.#page.locator('.row-editor');
    const first = await editor.locator(`[id^="/${section}/"]`).first().getAttribute('id');
    const anchor = (first ?? '').split('/').slice(0, 3).join('/');
    this.#rows.set(`${section}/${row.id}`, anchor.split('/')[2] ?? '');
    await this.record(anchor, schema, ui, row);
    await editor.locator('.row-actions .ant-btn-primary').click();
    await editor.waitFor({ state: 'detached' });
  }

  async #grid(section: string, { cells }: JsonObject): Promise<void> {
    for (const [item, columns] of Object.entries(isObject(cells) ? cells : {}))
      for (const [column, value] of Object.entries(isObject(columns) ? columns : {}))
        await this.#cell(`/${section}/cells/${item}/${column}`, value);
  }

  async #cell(id: string, value: Json): Promise<void> {
    if (isObject(value)) {
      for (const [part, inner] of Object.entries(value)) await this.#cell(`${id}/${part}`, inner);
      return;
    }
    const cell = byId(this.#page, id);
    if (!(await cell.isEditable())) return;
    if (await cell.evaluate((element) => element instanceof HTMLSelectElement))
      await cell.selectOption(String(value));
    else await cell.fill(String(value));
  }

  #titleOf(schema: FieldSchema, value: Json): string {
    const lists = { codes: this.#edition.codes, asOf: this.#edition.definition.edition.cycle.asOf };
    const title = choicesOf(schema, lists)?.find((choice) => choice.value === value)?.label;
    if (title === undefined) throw new Error(`<${schema.title}> does not offer ${JSON.stringify(value)}`);
    return title;
  }

  async #radio(group: Locator, title: string): Promise<void> {
    await group.getByText(title, { exact: true }).click();
  }

  async #date(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press('Enter');
    await field.press('Tab');
  }

  async #none(field: Locator, word: string): Promise<void> {
    await field.locator('xpath=ancestor::*[contains(@class,"with-none")]').getByText(word).click();
  }
}

/** A field that may not be written is drawn as words. */
async function isWritable(field: Locator): Promise<boolean> {
  const isControl = await field.evaluate((element) => element.matches('input, textarea, select, button'));
  return isControl && field.isEditable();
}

function ordered(schema: FieldSchema, order: unknown): string[] {
  const keys = Object.keys(schema.properties ?? {});
  const named = Array.isArray(order) ? order.map(String).filter((key) => keys.includes(key)) : [];
  return [...named, ...keys.filter((key) => !named.includes(key))];
}
