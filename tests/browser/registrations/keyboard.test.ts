import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, SessionView } from '#core/model/wire/index.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { PASSWORD } from '../../journeys/stage.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { hasFocus, pressAt, tabTo, typeAt } from '../../support/keyboard.ts';
import { eventually } from '../../support/page.ts';
import { credentialsByKey, fillByKey } from '../registrar/by-key.ts';
import { accountForm, type Registrant, Registrar, registrants } from '../registrar/index.ts';

const OPINION = '请更正地址';

describe('a registration, by keyboard alone', () => {
  const suite = sharedBrowser();
  let registrar: Registrar;
  let all: Registrant[];
  let unit: Registrant;
  let person: Registrant;
  beforeAll(async () => {
    registrar = await Registrar.open({ definitions: HEALTH, pages: suite.pages });
    all = registrants(registrar);
    const isPerson = ({ form }: Registrant) =>
      accountForm(registrar.edition, form).account.makes === 'person';
    const direct = (one: Registrant) => one.under === registrar.root;
    unit =
      all.find(
        (one) =>
          !isPerson(one) && all.some((other) => isPerson(other) && other.under === one.id) && direct(one),
      ) ?? never();
    person = all.find((one) => isPerson(one) && one.under === unit.id) ?? never();
  });
  afterAll(() => registrar?.server.stop());

  const route = () =>
    registrar.edition.definition.routes.find(({ subject }) => subject === 'account') ?? never();

  async function windowAt(path: string) {
    const watched = await suite.open();
    await watched.page.goto(`${registrar.server.origin}${path}`);
    return watched;
  }

  async function enterAs(username: string) {
    const watched = await windowAt('/');
    const { page } = watched;
    await typeAt(page.locator('#username'), username);
    await typeAt(page.locator('#password'), PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.header').waitFor();
    return watched;
  }

  it('the first administrator comes by link', async () => {
    const { page, complaints } = await windowAt(`/setup/${registrar.server.setups[0]?.token}`);
    await typeAt(page.locator('input[name=name]'), '测试管理员');
    await credentialsByKey(page, registrar.root);
    await page.keyboard.press('Enter');
    await page.locator('main [role=status]').waitFor();
    await registrar.client(registrar.root);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a unit registers: what is missing is listed, and each line leads to its field', async () => {
    const { page, complaints } = await windowAt(`/register/${unit.form}`);
    await pressAt(page.locator('form button[type=submit]'));
    const summary = page.locator('.summary');
    await eventually(() => hasFocus(summary)).toBe(true);
    await pressAt(summary.locator('a').first());
    await eventually(() => hasFocus(page.locator('#username'))).toBe(true);
    await credentialsByKey(page, unit.id);
    await fillByKey(page, registrar, unit);
    await pressAt(page.locator('form button[type=submit]'));
    await page.locator('.sent').waitFor();
    await eventually(() => hasFocus(page.locator('.sent'))).toBe(true);
    await pressAt(page.locator('.actions button'));
    await page.locator('#password').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('it is refused from the queue with an opinion', async () => {
    const { page, complaints } = await enterAs(registrar.root);
    await pressAt(page.locator('.menu section', { hasText: '用户审核' }).locator('a').first());
    const row = page.locator('[data-case]').first();
    await row.waitFor();
    await page.keyboard.press('j');
    await eventually(() => hasFocus(row)).toBe(true);
    await page.keyboard.press('x');
    const asking = Object.values(route().events).find(({ input }) => input);
    await pressAt(page.locator('.bulk').getByRole('button', { name: asking?.title ?? '' }));
    const opinion = page.locator('.asked textarea').first();
    await eventually(() => hasFocus(opinion)).toBe(true);
    await page.keyboard.type(OPINION);
    await pressAt(page.locator('.asked button[type=submit]'));
    await page.locator('.empty').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('whoever was refused reads why, corrects it and sends it again', async () => {
    const { page, complaints } = await enterAs(unit.id);
    await page.getByText(OPINION).first().waitFor();
    const { account } = accountForm(registrar.edition, unit.form);
    await typeAt(page.locator(`[id="${account.name}"]`), `${registrar.nameOf(unit.id)}更名`);
    await pressAt(page.locator('.actions .ant-btn-primary'));
    await page.locator('.sent').waitFor();
    await pressAt(page.locator('.actions button'));
    await page.locator('#password').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('it is opened from the queue and passed', async () => {
    const { page, complaints } = await enterAs(registrar.root);
    await pressAt(page.locator('.menu section', { hasText: '用户审核' }).locator('a').first());
    await page.locator('[data-case]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.case-text').waitFor();
    await page.keyboard.press('d');
    await tabTo(page.locator('.decision button[type=submit]'));
    await page.keyboard.press('Enter');
    const sure = page.locator('.ant-modal-confirm-btns .ant-btn-primary');
    await sure.or(page.locator('.empty')).first().waitFor();
    if (await sure.count()) await pressAt(sure);
    await page.locator('.empty').waitFor();
    const client = await registrar.client(unit.id);
    const { registration } = (await client.get<SessionView>('/api/session')).body;
    const view = (await client.get<CaseView>(`/api/cases/${registration}`)).body;
    expect(view.events.map(({ event }) => event)).toHaveLength(3);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a person registers under it', async () => {
    const { page, complaints } = await windowAt(`/register/${person.form}`);
    await credentialsByKey(page, person.id);
    await fillByKey(page, registrar, person);
    await pressAt(page.locator('form button[type=submit]'));
    await page.locator('.sent, .summary').first().waitFor();
    expect(await page.locator('.summary li').allInnerTexts()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

function never(): never {
  throw new Error(
    'the programme has no route of accounts, or its demonstration no unit right below the top that people register under',
  );
}
