import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEALTH } from '../journeys/harness.ts';
import { axeFindings, sharedBrowser } from '../support/browser.ts';
import { eventually } from '../support/page.ts';
import {
  accountForm,
  logIn,
  type Registrant,
  Registrar,
  registrants,
  shoot,
  sound,
} from './registrar/index.ts';

const suite = sharedBrowser();

describe('one unit from its registration to its end', () => {
  let registrar: Registrar;
  let root: string;
  let one: Registrant;

  beforeAll(async () => {
    registrar = await Registrar.open({ definitions: HEALTH, pages: suite.pages });
    root = registrar.root;
    const first = registrants(registrar)[0];
    if (!first) throw new Error('the demonstration registers nobody');
    one = first;
  });
  afterAll(() => registrar.server.stop());

  it('is set up, registered, refused, corrected and sent again', async () => {
    const { page, complaints } = await suite.open();
    const { origin } = registrar.server;
    await page.goto(`${origin}/setup/${registrar.server.setups[0]?.token}`);
    await page.locator('input[name=name]').waitFor();
    await sound(page, 'setup');
    await registrar.setUp(page);

    await page.goto(`${origin}/register/${one.form}`);
    await page.locator('form button[type=submit]').click();
    await eventually(() => page.locator('.summary li').count()).toBeGreaterThan(4);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('summary');
    expect(await page.locator('.summary').evaluate((box) => box.getBoundingClientRect().top)).toBeGreaterThan(
      40,
    );
    await sound(page, 'register-wrong');
    await page.locator('.summary a').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('username');
    await registrar.credentials(page, root);
    await registrar.fill(page, one);
    await eventually(() => page.locator('.summary li').count()).toBe(0);
    await page.locator('form button[type=submit]').click();
    await page.locator('#username-error').waitFor();
    await page.locator('input[name=username]').fill(one.id);
    await sound(page, 'register');
    await registrar.send(page);
    await sound(page, 'sent');

    const refusal = Object.entries(
      registrar.edition.definition.routes.find(({ subject }) => subject === 'account')?.events ?? {},
    );
    const [event = '', { input } = {}] = refusal.find(([, { input: asked }]) => asked) ?? [];
    const asked = Object.keys(input?.schema.properties ?? {})[0] ?? '';
    await registrar.approve(root, event, { [asked]: 'Please correct the address' });
    await logIn(page, origin, one.id);
    await page.getByText('Please correct the address').first().waitFor();
    await sound(page, 'own');
    const { account } = accountForm(registrar.edition, one.form);
    expect(await page.locator(`[id="${account.parent}"]`).isDisabled()).toBe(true);
    await page.locator(`[id="${account.name}"]`).fill('Corrected name (test)');
    await page.locator('.actions .ant-btn-primary').click();
    await page.locator('.sent').waitFor();
    await page.locator('.actions .ant-btn-primary').click();
    await page.locator('input[name=password]').waitFor();
    await registrar.approve(root);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is found among the users, given a password, and deleted after two confirmations', async () => {
    const { page, complaints } = await suite.open();
    const { origin } = registrar.server;
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
    const client = registrar.server.client();
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
  });

  it('has left its rows in the audit trail, which is intact', async () => {
    const { page, complaints } = await suite.open();
    const { origin } = registrar.server;
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
  });
});
