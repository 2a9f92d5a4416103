import type { Locator, Page } from 'playwright-core';
import type {
  Application,
  CompiledEdition,
  FieldSchema,
  Json,
  JsonObject,
  SectionDefinition,
} from '#core/model/index.ts';
import { numberText } from '#core/vocabulary/index.ts';
import { choicesOf } from '#renderer/form/present/choices.ts';
import { chooseAt, pickAt, pressAt, tabTo, typeAt } from '../keyboard.ts';
import { honestPdf } from '../pdfs.ts';

/**
 * Fills in an application without a mouse: from the first page on, each field reached by Tab and typed key by key,
 * rows, and records inside rows, added by their buttons. What is typed are the answers of an example.
 */
export class KeyTypist {
  readonly #page: Page;
  readonly #edition: CompiledEdition;

  constructor(page: Page, edition: CompiledEdition) {
    this.#page = page;
    this.#edition = edition;
  }

  /** Every page that asks for something, each left by its own button for the next. Files wait until their page is saved. */
  async application({ category: id, sections, files }: Application): Promise<void> {
    const category = this.#edition.categories[id];
    if (!category) throw new Error(`there is no form "${id}"`);
    for (const page of category.definition.pages) {
      const asked = page.sections.filter((one) => sections[one] !== undefined);
      const wanted = files.filter(({ section }) => page.sections.includes(section));
      if (asked.length + wanted.length === 0) continue;
      for (const one of asked) await this.#section(category.bySection[one]?.definition, sections[one]);
      for (const { section, slot } of wanted) await this.#attach(`/${section}~${slot}`);
      await pressAt(this.#page.locator('.form-page .actions .ant-btn-primary'));
    }
  }

  async #section(section: SectionDefinition | undefined, value: Json | undefined): Promise<void> {
    if (section === undefined) return;
    const { id, title, kind, schema = {} } = section;
    if (kind === 'form') return this.#record(`/${id}`, schema, value);
    const region = this.#page.getByRole('region', { name: title });
    for (const row of Array.isArray(value) ? value : []) {
      await pressAt(region.locator('.table-foot button'));
      const editor = this.#page.locator('.row-editor');
      const first = await editor.locator(`[id^="/${id}/"]`).first().getAttribute('id');
      await this.#record((first ?? '').split('/').slice(0, 3).join('/'), schema.items ?? {}, row);
      await pressAt(editor.locator('.row-actions button').first());
      await editor.waitFor({ state: 'detached' });
    }
  }

  async #record(at: string, schema: FieldSchema, value: Json | undefined): Promise<void> {
    const answers = value as JsonObject;
    for (const [key, field] of Object.entries(schema.properties ?? {}))
      if (answers[key] !== undefined && field.derive === undefined)
        await this.#answer(`${at}/${key}`, field, answers[key]);
  }

  async #answer(at: string, schema: FieldSchema, value: Json): Promise<void> {
    if (schema.type === 'object') return this.#record(at, schema, value);
    if (Array.isArray(value)) return this.#list(at, schema.items ?? {}, value);
    const field = this.#page.locator(`[id="${at}"]`).first();
    // What depends on the answer before it comes when that one is left.
    if (!(await field.isVisible())) await this.#page.keyboard.press('Tab');
    await field.waitFor();
    const title = this.#titleOf(schema, value);
    if (title === undefined) return typeAt(field, written(schema, value));
    return (await field.getAttribute('role')) === 'combobox' ? chooseAt(field, title) : pickAt(field, title);
  }

  /** Records inside a row: each is added, and then filled in. */
  async #list(at: string, schema: FieldSchema, items: Json[]): Promise<void> {
    const list = this.#page.locator(`[id="${at}"]`);
    for (const [index, item] of items.entries()) {
      await pressAt(list.locator(':scope > .list-add'));
      await this.#answer(`${at}/${index}`, schema, item);
    }
  }

  /** The button of a place opens the picture or file dialog of the system, which no key of a page reaches. */
  async #attach(at: string): Promise<void> {
    const box: Locator = this.#page.locator(`[id="${at}"]`);
    await tabTo(box.locator('button').first());
    const file = { name: 'proof.pdf', mimeType: 'application/pdf', buffer: await honestPdf() };
    await box.locator('input[type=file]').setInputFiles(file);
    await box.getByRole('link', { name: file.name }).waitFor();
  }

  #titleOf(schema: FieldSchema, value: Json): string | undefined {
    const lists = { codes: this.#edition.codes, asOf: this.#edition.definition.edition.cycle.asOf };
    return choicesOf(schema, lists)?.find((choice) => choice.value === value)?.label;
  }
}

/** A number as people write it who see how its field writes numbers. */
const written = ({ number }: FieldSchema, value: Json): string =>
  typeof value === 'number' && number !== undefined ? numberText(value, number) : String(value);
