import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CompiledEdition, DemoDefinition, FieldSchema, Json, JsonObject } from '#core/model/index.ts';
import type { QueuePage } from '#core/model/wire/index.ts';
import { choicesOf } from '#renderer/form/present/choices.ts';
import type { Client } from '../../journeys/client.ts';
import { startServer, type TestOptions, type TestServer } from '../../journeys/harness.ts';
import { PASSWORD } from '../../journeys/stage.ts';
import { chooseOption } from '../../support/choose.ts';
import { accountForm, type Registrant } from './registrants.ts';

type Served = Pick<TestOptions, 'definitions' | 'kind' | 'changes'> & { pages: string };

/** Plays the registrations of a programme's demonstration in the browser, from an empty database on. */
export class Registrar {
  readonly server: TestServer;
  readonly edition: CompiledEdition;
  readonly demo: DemoDefinition;
  readonly #clients = new Map<string, Client>();

  private constructor(server: TestServer, edition: CompiledEdition) {
    const { demo } = edition.definition;
    if (!demo) throw new Error('the programme has no demonstration to take people from');
    this.server = server;
    this.edition = edition;
    this.demo = demo;
  }

  /** A server with nobody in it. */
  static async open({ kind = 'sqlite', ...served }: Served): Promise<Registrar> {
    const server = await startServer({ ...served, kind });
    return new Registrar(server, await server.services.editions.current());
  }

  /** The organisation at the top, whose first user comes by link. */
  get root(): string {
    return this.edition.definition.programme.seed.organisations[0]?.id ?? '';
  }

  /** Makes the first administrator on the page of the one-time link. */
  async setUp(page: Page): Promise<void> {
    const [setup] = this.server.setups;
    if (!setup) throw new Error('the server has opened no one-time link');
    await page.goto(`${this.server.origin}/setup/${setup.token}`);
    await page.locator('input[name=name]').fill('Test Admin');
    await this.credentials(page, this.root);
    await page.locator('form button[type=submit]').click();
    await page.locator('main [role=status]').waitFor();
    await page.reload();
    await page.locator('main .empty').waitFor();
  }

  async register(page: Page, one: Registrant): Promise<void> {
    await page.goto(`${this.server.origin}/register/${one.form}`);
    await this.credentials(page, one.id);
    await this.fill(page, one);
    await this.send(page);
  }

  async credentials(page: Page, username: string): Promise<void> {
    await page.locator('input[name=username]').fill(username);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('input[name=repeated]').fill(PASSWORD);
    await page.locator('#question').click();
    await page.locator('.ant-select-item-option:visible').first().click();
    await page.locator('input[name=answer]').fill('blue');
  }

  /** Fills in everything that the demonstration says, in the order in which the form asks it. */
  async fill(page: Page, one: Registrant): Promise<void> {
    const { definition, account } = accountForm(this.edition, one.form);
    for (const section of definition.sections) {
      const given = one.sections[section.id] as JsonObject;
      const order = section.ui?.['']?.order;
      const keys = Array.isArray(order) ? order.map(String) : Object.keys(section.schema?.properties ?? {});
      for (const key of keys) {
        const at = `/${section.id}/${key}`;
        const schema = section.schema?.properties?.[key];
        if (at === account.parent) await chooseParent(page, at, this.nameOf(one.under));
        else if (schema && given[key] !== undefined && schema.derive === undefined)
          await answer(page, at, schema, given[key], this.edition);
      }
    }
  }

  async send(page: Page): Promise<void> {
    await page.locator('form button[type=submit]').press('Enter');
    const answered = page.locator('.sent, .summary').first();
    await answered.waitFor();
    expect(await page.locator('.summary li').allInnerTexts()).toEqual([]);
    await page.locator('.sent').waitFor();
  }

  /** The name of an organisation: from the seed, or from its registration. */
  nameOf(id: string): string {
    const seeded = this.edition.definition.programme.seed.organisations.find((one) => one.id === id);
    const one = this.demo.organisations.find((candidate) => candidate.id === id);
    if (seeded || !one?.form) return seeded?.name ?? '';
    const [section = '', field = ''] = accountForm(this.edition, one.form).account.name.split('/').slice(1);
    return String((one.sections?.[section] as JsonObject | undefined)?.[field] ?? '');
  }

  /** Whoever registered under this name, over HTTP. */
  async client(username: string): Promise<Client> {
    const known = this.#clients.get(username);
    if (known) return known;
    const client = this.server.client();
    this.#clients.set(username, client);
    await client.must(client.prove('/api/session', { username, password: PASSWORD }));
    return client;
  }

  /** The route's primary event, or another one, fired by the organisation above. */
  async approve(by: string, event?: string, input?: JsonObject): Promise<void> {
    const approver = await this.client(by);
    const route = this.edition.definition.routes.find(({ subject }) => subject === 'account');
    if (!route) throw new Error('the programme has no route of accounts');
    const pending = Object.entries(route.queues).find(([, { holds }]) => holds === 'current')?.[0] ?? '';
    const { rows } = await approver.must(approver.get<QueuePage>(`/api/queues/${route.id}/${pending}`));
    const primary = Object.entries(route.events).find(([, { primary: main }]) => main)?.[0];
    for (const { id, version } of rows) {
      const fire = { event: event ?? primary, version, ...(input ? { input } : {}) };
      await approver.must(approver.post(`/api/cases/${id}/events`, fire));
    }
  }
}

/** Fills one answer in as a person does, for every widget. */
async function answer(page: Page, at: string, schema: FieldSchema, value: Json, edition: CompiledEdition) {
  const field = page.locator(`[id="${at}"]`).first();
  const lists = { codes: edition.codes, asOf: edition.definition.edition.cycle.asOf };
  const title = choicesOf(schema, lists)?.find((choice) => choice.value === value)?.label;
  if (schema.type === 'boolean') return field.setChecked(value === true);
  if (title === undefined) {
    await field.fill(String(value));
    return page.keyboard.press('Tab');
  }
  if ((await field.getAttribute('role')) === 'combobox') return chooseOption(page, field, title);
  await field.getByText(title, { exact: true }).click();
}

/** Chooses an organisation by the beginning of its name. */
async function chooseParent(page: Page, at: string, name: string) {
  await page.locator(`[id="${at}"]`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await dialog.locator('.organisation-choice', { hasText: name }).first().click();
  await dialog.waitFor({ state: 'hidden' });
}
