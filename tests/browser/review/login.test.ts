import { describe, expect, it } from 'vitest';
import { GARDEN, HEALTH } from '../../journeys/harness.ts';
import { axeFindings, logIn, sharedBrowser } from '../../support/browser.ts';
import { demonstration } from '../../support/demonstration.ts';
import { eventually, focused } from '../../support/page.ts';
import { waitingIn } from './desk.ts';

const suite = sharedBrowser();
const health = demonstration(HEALTH);
const gardens = demonstration(GARDEN);

describe('the first page', () => {
  it('says at the field what is missing, in the server’s words what was refused, and lets people in', async () => {
    const { page, complaints } = await suite.open();
    await page.goto(health.server().origin);
    await page.locator('input[name=username]').waitFor();
    expect(await focused(page)).toBe('username');
    expect(await page.locator('.registrations a').count()).toBe(2);
    await page.keyboard.press('Enter');
    await page.locator('#username-error').waitFor();
    expect(await page.locator('#password-error').innerText()).toBe('请填写密码');
    await page.locator('#username').fill('cdc-a');
    await page.locator('#password').fill('not the password');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toMatch(/用户名|密码/);
    await eventually(() => focused(page)).toBe('password');
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('#password').fill(health.account('cdc-a').password);
    await page.keyboard.press('Enter');
    await page.locator('.menu').waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens the address that was asked for once somebody has logged in', async () => {
    const { page } = await suite.open();
    await page.goto(`${health.server().origin}/queues/account/approved`);
    const { username, password } = health.account('community-a');
    await page.locator('#username').fill(username);
    await page.locator('#password').fill(password);
    await page.keyboard.press('Enter');
    await page.locator('[data-case]').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/queues/account/approved');
  });

  it('changes a password: the policy is ticked off while typing, a weak one is refused, the new one serves', async () => {
    const account = gardens.account('quay-gardens');
    const { page, complaints } = await gardens.enter('quay-gardens');
    await page.goto(`${gardens.server().origin}/password`);
    await page.locator('#current').fill(account.password);
    await page.locator('#next').fill('short');
    await page.locator('#repeated').fill('short');
    expect(await page.locator('.policy .met').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.locator('#next-error').waitFor();
    await eventually(() => focused(page)).toBe('next');
    const next = 'Runner+beans+7+rows';
    await page.locator('#next').fill(next);
    await page.locator('#repeated').fill(next);
    expect(await page.locator('.policy li:not(.met)').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.header').waitFor();
    const again = await suite.open();
    await logIn(again.page, gardens.server().origin, { username: 'quay-gardens', password: next });
    expect([...complaints, ...again.complaints]).toEqual([]);
  });
});

describe('another programme, in another language', () => {
  it('is reviewed at the same screens', async () => {
    const { page, complaints } = await gardens.enter('treasury', undefined, 'en-GB');
    await page.locator('[data-case]').first().click();
    await page.locator('.case-text').waitFor();
    // The other language is offered in its own words.
    const text = (await page.locator('body').innerText()).replace('中文', '');
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(await page.locator('.decision textarea').inputValue()).toBe('In favour');
    await page.locator('.decision button[type=submit]').click();
    await page.locator('.toolbar').waitFor();
    await eventually(() => waitingIn(page, 'To do')).toBe('0');
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
