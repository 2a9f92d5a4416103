import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choicesOf } from '../../renderer/form/present/choices.ts';
import type { CompiledEdition, FieldSchema, JsonObject, Json } from '../../engine/core/model/index.ts';
import type { QueuePage } from '../../engine/core/model/wire.ts';
import { Client } from '../journeys/client.ts';
import { GARDEN, HEALTH, startServer, type TestServer } from '../journeys/harness.ts';
import { axeFindings, buildPages, launch, openPage, overflow } from '../support/browser.ts';

const PASSWORD = 'Right-Horse-7';
const PHONE = { width: 390, height: 844 };
const SHOTS = process.env.SHOTS;

type Demo = NonNullable<CompiledEdition['definition']['demo']>;
type Registrant = { id: string; form: string; under: string; sections: JsonObject };

let browser: Browser;
let pages: string;

beforeAll(async () => {
  [browser, pages] = await Promise.all([launch(), buildPages()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  if (pages) await rm(pages, { recursive: true, force: true });
});

const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

/** Fills one answer in as a person does, whatever the field is drawn as. */
async function answer(page: Page, at: string, schema: FieldSchema, value: Json, edition: CompiledEdition) {
  const field = page.locator(`[id="${at}"]`).first();
  const lists = { codes: edition.codes, asOf: edition.definition.edition.cycle.asOf };
  const title = choicesOf(schema, lists)?.find((choice) => choice.value === value)?.label;
  if (schema.type === 'boolean') return field.setChecked(value === true);
  if (title === undefined) {
    await field.fill(String(value));
    return page.keyboard.press('Tab');
  }
  if ((await field.getAttribute('role')) === 'combobox') {
    await field.click();
    const long = await field.evaluate((element) => !(element as HTMLInputElement).readOnly);
    if (long) await field.fill(title);
    return page.locator('.ant-select-item-option', { hasText: title }).first().click();
  }
  await field.getByText(title, { exact: true }).click();
}

/** Chooses an organisation by the beginning of its name. */
async function choose(page: Page, at: string, name: string) {
  await page.locator(`[id="${at}"]`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await dialog.locator('.organisation-choice', { hasText: name }).first().click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Plays the registrations of a programme's demonstration in the browser, from an empty database on. */
class Journey {
  readonly server: TestServer;
  readonly edition: CompiledEdition;
  readonly demo: Demo;
  readonly #names = new Map<string, string>();

  constructor(server: TestServer, edition: CompiledEdition) {
    const { demo } = edition.definition;
    if (!demo) throw new Error('the programme has no demonstration to take people from');
    this.server = server;
    this.edition = edition;
    this.demo = demo;
    for (const { id, name } of edition.definition.programme.seed.organisations) this.#names.set(id, name);
  }

  form(id: string) {
    const definition = this.edition.categories[id]?.definition;
    if (!definition?.account) throw new Error(`there is no account form "${id}"`);
    return { definition, account: definition.account };
  }

  async credentials(page: Page, username: string) {
    await page.locator('input[name=username]').fill(username);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('input[name=repeated]').fill(PASSWORD);
    await page.locator('#question').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.locator('input[name=answer]').fill('blue');
  }

  /** Fills in everything that the demonstration says, in the order in which the form asks it. */
  async fill(page: Page, one: Registrant) {
    const { definition, account } = this.form(one.form);
    for (const section of definition.sections) {
      const given = one.sections[section.id] as JsonObject;
      const order = section.ui?.['']?.order;
      const keys = Array.isArray(order) ? order.map(String) : Object.keys(section.schema?.properties ?? {});
      for (const key of keys) {
        const at = `/${section.id}/${key}`;
        const schema = section.schema?.properties?.[key];
        if (at === account.parent) await choose(page, at, this.#names.get(one.under) ?? '');
        else if (schema && given[key] !== undefined && schema.derive === undefined)
          await answer(page, at, schema, given[key], this.edition);
      }
    }
    const [section = '', field = ''] = account.name.split('/').slice(1);
    this.#names.set(one.id, String((one.sections[section] as JsonObject)[field]));
  }

  async send(page: Page) {
    await page.locator('form button[type=submit]').click();
    await expect.poll(() => page.locator('.sent').count(), { timeout: 30_000 }).toBe(1);
  }

  async register(page: Page, one: Registrant) {
    await page.goto(`${this.server.origin}/register/${one.form}`);
    await this.credentials(page, one.id);
    await this.fill(page, one);
    await this.send(page);
  }

  async client(username: string): Promise<Client> {
    const client = this.server.client();
    await client.must(client.prove('/api/session', { username, password: PASSWORD }));
    return client;
  }

  /** The route's own primary event, fired by whoever the registration waits for. */
  async approve(by: string, event?: string, input?: JsonObject) {
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

async function begin(definitions: string): Promise<Journey> {
  const server = await startServer({ definitions, pages });
  return new Journey(server, await server.services.editions.current());
}

/** Makes the first administrator on the page of the one-time link. */
async function setUp(journey: Journey, page: Page, username: string) {
  const [setup] = journey.server.setups;
  if (!setup) throw new Error('the server has opened no one-time link');
  await page.goto(`${journey.server.origin}/setup/${setup.token}`);
  await page.locator('input[name=name]').fill('Test Admin');
  await journey.credentials(page, username);
  await page.locator('form button[type=submit]').click();
  await page.locator('main [role=status]').waitFor();
  await page.reload();
  await page.locator('main .empty').waitFor();
}

/** The first registrant of every kind of unit, and every distinct way in which people differ in a choice. */
function registrants({ demo, edition }: Journey): Registrant[] {
  const seen = new Set<string>();
  const first = (key: string): boolean => !seen.has(key) && Boolean(seen.add(key));
  const units = demo.organisations.flatMap((one) =>
    one.form && one.sections ? [{ id: one.id, form: one.form, under: one.under, sections: one.sections }] : [],
  );
  const kinds = units.filter((one) => {
    const [section = '', field = ''] = (edition.categories[one.form]?.definition.account?.kind ?? '')
      .split('/')
      .slice(1);
    return first(String((one.sections[section] as JsonObject)[field]));
  });
  const needed = new Set(kinds.map(({ id }) => id));
  const people = demo.people.filter((one) => needed.has(one.under) && first(JSON.stringify(choicesIn(one))));
  return [...kinds, ...people];
}

/** The answers of somebody that are drawn as a choice to be seen at once: who they are to the programme. */
const choicesIn = ({ sections }: { sections: JsonObject }): Json =>
  Object.values(sections).flatMap((section) => Object.entries(section as JsonObject).filter(([key]) => /identity|kind/i.test(key))) as Json;

describe.each([
  ['the programme', HEALTH],
  ['another programme', GARDEN],
])('%s', (_, definitions) => {
  it('takes the first administrator by link, then registers units of every kind and people', async () => {
    const journey = await begin(definitions);
    const { page, complaints } = await openPage(browser);
    try {
      const root = journey.edition.definition.programme.seed.organisations[0]?.id ?? '';
      await setUp(journey, page, root);
      const all = registrants(journey);
      expect(all.length).toBeGreaterThan(1);
      for (const one of all) {
        await journey.register(page, one);
        await journey.approve(one.under);
      }
      for (const one of all) await journey.client(one.id);
      expect(complaints).toEqual([]);
    } finally {
      await page.context().close();
      await journey.server.stop();
    }
  }, 600_000);
});

