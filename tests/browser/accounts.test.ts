import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompiledEdition, FieldSchema, Json, JsonObject } from '../../engine/core/model/index.ts';
import type { QueuePage } from '../../engine/core/model/wire.ts';
import { codeAt, fromBase32, stepAt } from '../../engine/server/services/index.ts';
import { choicesOf } from '../../renderer/form/present/choices.ts';
import type { Client } from '../journeys/client.ts';
import { GARDEN, HEALTH, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds, type Kind } from '../journeys/kinds.ts';
import { axeFindings, buildPages, launch, openPage, overflow } from '../support/browser.ts';
import { chooseOption } from '../support/choose.ts';

const PASSWORD = 'Right-Horse-7';
const DESKTOP = { width: 1440, height: 900 };
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
  if ((await field.getAttribute('role')) === 'combobox') return chooseOption(page, field, title);
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
  readonly #clients = new Map<string, Client>();

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
    await page.locator('.ant-select-item-option:visible').first().click();
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
    await page.locator('form button[type=submit]').press('Enter');
    const answered = page.locator('.sent, .summary').first();
    await answered.waitFor();
    expect(await page.locator('.summary li').allInnerTexts()).toEqual([]);
    await page.locator('.sent').waitFor();
  }

  async register(page: Page, one: Registrant) {
    await page.goto(`${this.server.origin}/register/${one.form}`);
    await this.credentials(page, one.id);
    await this.fill(page, one);
    await this.send(page);
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

async function begin(definitions: string, kind: Kind = 'sqlite'): Promise<Journey> {
  const server = await startServer({ definitions, pages, kind });
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
function registrants(journey: Journey): Registrant[] {
  const { demo } = journey;
  const seen = new Set<string>();
  const first = (key: string): boolean => !seen.has(key) && Boolean(seen.add(key));
  const units = demo.organisations.flatMap((one) =>
    one.form && one.sections
      ? [{ id: one.id, form: one.form, under: one.under, sections: one.sections }]
      : [],
  );
  const kinds = units.filter((one) => first(kindOf(journey, one)));
  const wanted = new Set(kinds.flatMap((one) => [...wayTo(one.under, units), one.id]));
  const people = demo.people.filter(
    (one) => wanted.has(one.under) && first(JSON.stringify(whoIs(journey, one))),
  );
  return [...units.filter(({ id }) => wanted.has(id)), ...people];
}

/** What the programme lets people register as and none of these does: kinds of organisation, and choices of who one is. */
function untried(journey: Journey, all: Registrant[]): string[] {
  const { edition } = journey;
  const asOf = edition.definition.edition.cycle.asOf;
  const tried = new Set(all.flatMap((one) => [kindOf(journey, one), ...whoIs(journey, one).map(String)]));
  const kinds = edition.definition.programme.organisationKinds.filter(({ form }) => form).map(({ id }) => id);
  const forms = new Set(all.map(({ form }) => form));
  const choices = [...forms].flatMap((form) =>
    identifying(journey, form).flatMap(
      ([, , schema]) => choicesOf(schema, { codes: edition.codes, asOf }) ?? [],
    ),
  );
  return [...kinds, ...choices.map(({ value }) => String(value))].filter((one) => !tried.has(one));
}

/** Who must have registered before: an organisation and all above it. */
function wayTo(id: string, units: Registrant[]): string[] {
  const one = units.find((unit) => unit.id === id);
  return one ? [...wayTo(one.under, units), id] : [];
}

/** The kind of organisation that registers, asked or not; empty for a person. */
function kindOf(journey: Journey, { form, sections }: Registrant): string {
  const { account } = journey.form(form);
  const { organisationKinds } = journey.edition.definition.programme;
  if (account.makes === 'organisation' && account.kind === undefined)
    return organisationKinds.find((kind) => kind.form === form)?.id ?? '';
  const [section = '', field = ''] = (account.kind ?? '').split('/').slice(1);
  return String((sections[section] as JsonObject | undefined)?.[field] ?? '');
}

/** What a person chose among choices that are all seen at once: that is who they are to the programme. */
const whoIs = (journey: Journey, { form, sections }: Registrant): Json[] =>
  identifying(journey, form).map(([section, key]) => (sections[section] as JsonObject)[key] ?? null);

/** The choices of a person's form that are drawn as a line of their own: section, field and schema. */
function identifying(journey: Journey, form: string): [string, string, FieldSchema][] {
  const { definition, account } = journey.form(form);
  if (account.makes !== 'person') return [];
  return definition.sections.flatMap(({ id, schema, ui = {} }) =>
    Object.entries(schema?.properties ?? {})
      .filter(([key]) => ui[`/${key}`]?.widget === 'radio' && ui[`/${key}`]?.span === 24)
      .map(([key, field]): [string, string, FieldSchema] => [id, key, field]),
  );
}

/** Turns on the second factor that the programme asks of this role, on the page that comes by itself. */
async function enrol(page: Page) {
  await page.locator('.second-factor button').first().click();
  const secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '');
  await page.locator('input[name=code]').fill(codeAt(fromBase32(secret), stepAt(new Date())));
  await page.locator('.code-form button[type=submit]').click();
  await page.locator('.second-factor').waitFor({ state: 'detached' });
}

async function logIn(page: Page, origin: string, username: string) {
  await page.goto(origin);
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('.header .person').waitFor();
}

/** No finding of axe and nothing wider than the window, on a desktop and on a phone. */
async function sound(page: Page, name: string) {
  for (const [size, label] of [
    [DESKTOP, 'desktop'],
    [PHONE, 'phone'],
  ] as const) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    await shoot(page, `${name}-${label}`);
    expect(await axeFindings(page), `${name} on a ${label}`).toEqual([]);
    expect(await overflow(page), `${name} on a ${label}`).toBe(0);
  }
  await page.setViewportSize(DESKTOP);
}

describe.each([
  { programme: 'another programme', definitions: GARDEN, kind: 'sqlite' as const },
  ...databaseKinds.map((kind) => ({ programme: 'the health titles', definitions: HEALTH, kind })),
])('$programme on $kind', ({ definitions, kind }) => {
  it('takes the first administrator by link, then registers units of every kind and people of every identity', async () => {
    const journey = await begin(definitions, kind);
    const { page, complaints } = await openPage(browser);
    try {
      const root = journey.edition.definition.programme.seed.organisations[0]?.id ?? '';
      await setUp(journey, page, root);
      await journey.client(root);
      await logIn(page, journey.server.origin, root);
      if (await page.locator('.second-factor').count()) await enrol(page);
      await page.context().clearCookies();
      const all = registrants(journey);
      expect(untried(journey, all)).toEqual([]);
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

describe('a field that follows from others', () => {
  it('is filled in while it is empty, and never over what somebody typed', async () => {
    const journey = await begin(HEALTH);
    const { page, complaints } = await openPage(browser);
    try {
      await page.goto(`${journey.server.origin}/register/applicant`);
      await page.locator('[id="/person/idNumber"]').fill('500000198001010011');
      await page.keyboard.press('Tab');
      const born = page.locator('[id="/person/birthDate"]');
      await expect.poll(() => born.inputValue()).toBe('1980-01-01');
      await born.fill('1981-02-03');
      await page.keyboard.press('Tab');
      await page.locator('[id="/person/idNumber"]').fill('500000198512310024');
      await page.keyboard.press('Tab');
      await page.waitForTimeout(500);
      expect(await born.inputValue()).toBe('1981-02-03');
      await sound(page, 'register-person');

      const field = page.locator('[id="/person/unitId"]');
      await field.focus();
      await page.keyboard.press('Enter');
      const [root] = journey.edition.definition.programme.seed.organisations;
      const dialog = page.getByRole('dialog');
      await dialog.locator('.organisation-choice.closed', { hasText: root?.name ?? '' }).waitFor();
      await page.waitForTimeout(400);
      await shoot(page, 'picker');
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await page.context().close();
      await journey.server.stop();
    }
  });
});

describe('one unit from its registration to its end', () => {
  let journey: Journey;
  let root: string;
  let one: Registrant;

  beforeAll(async () => {
    journey = await begin(HEALTH);
    root = journey.edition.definition.programme.seed.organisations[0]?.id ?? '';
    const first = registrants(journey)[0];
    if (!first) throw new Error('the demonstration registers nobody');
    one = first;
  });
  afterAll(() => journey.server.stop());

  it('is set up, registered, refused, corrected and sent again', async () => {
    const { page, complaints } = await openPage(browser);
    const { origin } = journey.server;
    await page.goto(`${origin}/setup/${journey.server.setups[0]?.token}`);
    await page.locator('input[name=name]').waitFor();
    await sound(page, 'setup');
    await setUp(journey, page, root);

    await page.goto(`${origin}/register/${one.form}`);
    await page.locator('form button[type=submit]').click();
    await expect.poll(() => page.locator('.summary li').count()).toBeGreaterThan(4);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('summary');
    await sound(page, 'register-wrong');
    await page.locator('.summary a').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('username');
    await journey.credentials(page, root);
    await journey.fill(page, one);
    await expect.poll(() => page.locator('.summary li').count()).toBe(0);
    await page.locator('form button[type=submit]').click();
    await page.locator('#username-error').waitFor();
    await page.locator('input[name=username]').fill(one.id);
    await sound(page, 'register');
    await journey.send(page);
    await sound(page, 'sent');

    const refusal = Object.entries(
      journey.edition.definition.routes.find(({ subject }) => subject === 'account')?.events ?? {},
    );
    const [event = '', { input } = {}] = refusal.find(([, { input: asked }]) => asked) ?? [];
    const asked = Object.keys(input?.schema.properties ?? {})[0] ?? '';
    await journey.approve(root, event, { [asked]: 'Please correct the address' });
    await logIn(page, origin, one.id);
    await page.getByText('Please correct the address').first().waitFor();
    await sound(page, 'own');
    const { account } = journey.form(one.form);
    expect(await page.locator(`[id="${account.parent}"]`).isDisabled()).toBe(true);
    await page.locator(`[id="${account.name}"]`).fill('Corrected name (test)');
    await page.locator('.actions .ant-btn-primary').click();
    await page.locator('.sent').waitFor();
    await page.locator('.actions .ant-btn-primary').click();
    await page.locator('input[name=password]').waitFor();
    await journey.approve(root);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('is found among the users, given a password, and deleted after two questions', async () => {
    const { page, complaints } = await openPage(browser);
    const { origin } = journey.server;
    await logIn(page, origin, root);
    await page.goto(`${origin}/accounts`);
    await page.getByText('Corrected name (test)').first().waitFor();
    await sound(page, 'accounts');
    const row = page.locator('tr', { hasText: one.id });
    await row.locator('button').click();
    await page.getByRole('menuitem').nth(1).click();
    await page.locator('.ant-modal .ant-btn-primary').click();
    const password = await page.locator('.first-password code').innerText();
    await page.waitForTimeout(400);
    await shoot(page, 'first-password');
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('.ant-modal .ant-btn-primary').click();
    const client = journey.server.client();
    await client.must(client.prove('/api/session', { username: one.id, password }));

    await page.locator('.page-aside button').last().click();
    await page.locator('input[name=new-name]').fill('Test Colleague');
    await page.locator('input[name=new-username]').fill('colleague');
    await page.waitForTimeout(400);
    await shoot(page, 'add-user');
    await page.locator('.ant-modal .ant-btn-primary').click();
    await page.locator('.first-password').waitFor();
    await page.locator('.ant-modal .ant-btn-primary').click();

    await page.locator('tr', { hasText: one.id }).locator('button').click();
    await page.getByRole('menuitem').last().click();
    await page.locator('.ant-modal .ant-btn-primary').click();
    const final = page.locator('.ant-modal .ant-btn-primary');
    expect(await final.isDisabled()).toBe(true);
    await page.locator('#delete-confirm').fill(one.id);
    await final.click();
    await page.locator('tr', { hasText: one.id }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('has left its rows in the audit trail, which holds', async () => {
    const { page, complaints } = await openPage(browser);
    const { origin } = journey.server;
    await logIn(page, origin, root);
    await page.goto(`${origin}/audit`);
    await page.locator('table.audit tbody tr').first().waitFor();
    await page.locator('.verify button').click();
    await page.locator('.verify .ant-alert-success').waitFor();
    await sound(page, 'audit');
    await page.locator('.header').getByRole('button', { name: '帮助' }).click();
    await page.locator('.help-text').waitFor();
    await shoot(page, 'help');
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${origin}/account`);
    await page.locator('.second-factor button').first().click();
    await page.locator('.secret code').waitFor();
    await sound(page, 'account');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 300_000);
});
