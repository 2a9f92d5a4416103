import { describe, expect, it } from 'vitest';
import { organisations } from '#server/store/index.ts';
import { HEALTH } from '../journeys/harness.ts';
import { PASSWORD } from '../journeys/stage.ts';
import { codeAt } from '../support/authenticator.ts';
import { staged } from '../support/staged.ts';
import { actOn, confirm, typeLogin } from '../support/users.ts';

const NEXT = 'Other-Horse-8';

describe('users of a unit, in the browser', () => {
  let late = 0;
  const clock = () => new Date(Date.now() + late);
  const live = staged(HEALTH, clock);
  const { fresh, desk } = live;

  it('freezing a user ends their session at once; unfreezing lets them log in again', async () => {
    const unit = await live.stage.organisation('township-a');
    await live.stage.person('pending-own-gp');
    const theirs = await fresh();
    await typeLogin(theirs, live.server.origin, 'pending-own-gp', PASSWORD);
    await theirs.locator('.header').waitFor();
    const page = await desk(unit);
    await actOn(page, 'pending-own-gp', '冻结');
    await confirm(page);
    await page.locator('tr', { hasText: 'pending-own-gp' }).getByText('冻结').waitFor();
    const asked = await theirs.evaluate(async () => (await fetch('/api/applications')).status);
    expect(asked).toBe(401);
    await theirs.reload();
    await theirs.locator('input[name=password]').waitFor();
    await actOn(page, 'pending-own-gp', '解冻');
    await confirm(page);
    await page.locator('tr', { hasText: 'pending-own-gp' }).locator('.state-active').waitFor();
    await typeLogin(theirs, live.server.origin, 'pending-own-gp', PASSWORD);
    await theirs.locator('.header').waitFor();
  });

  it('an initial password is shown once, and makes its user choose a password, question and answer', async () => {
    const unit = await live.stage.organisation('township-a');
    await live.stage.person('pending-own-gp');
    const page = await desk(unit);
    await actOn(page, 'pending-own-gp', '初始化密码');
    await confirm(page);
    const first = await page.locator('.first-password code').innerText();
    await confirm(page);
    await page.locator('.first-password').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(first);
    const theirs = await fresh();
    await typeLogin(theirs, live.server.origin, 'pending-own-gp', first);
    await theirs.locator('input[name=next]').waitFor();
    await theirs.goto(`${live.server.origin}/apply`);
    await theirs.locator('input[name=current]').fill(first);
    await theirs.locator('input[name=next]').fill(NEXT);
    await theirs.locator('input[name=repeated]').fill(NEXT);
    await theirs.locator('#question').click();
    await theirs.locator('.ant-select-item-option:visible').first().click();
    await theirs.locator('input[name=answer]').fill('blue');
    await theirs.locator('form button[type=submit]').click();
    await theirs.locator('input[name=next]').waitFor({ state: 'detached' });
    const again = live.server.client();
    const old = await again.prove('/api/session', { username: 'pending-own-gp', password: first });
    expect(old.status).toBe(401);
    await again.must(again.prove('/api/session', { username: 'pending-own-gp', password: NEXT }));
  });

  it('a unit with the right to do so adds a unit below itself, and removes it after two confirmations', async () => {
    const page = await desk(await live.stage.organisation('commission-b'));
    const { programme } = live.stage.edition.definition;
    const creates = programme.organisationKinds.find(({ id }) => id === 'districtCommission')?.creates ?? [];
    const kind = programme.organisationKinds.find(({ id }) => creates.includes(id));
    await page.getByRole('button', { name: `添加${kind?.title}` }).click();
    await page.locator('input[name=new-name]').fill('演示乙县职改办（测试）');
    await page.locator('input[name=new-username]').fill('by-hand');
    await confirm(page);
    await page.locator('.first-password code').waitFor();
    await confirm(page);
    await actOn(page, 'by-hand', '删除单位');
    await confirm(page);
    await page.locator('#delete-confirm').fill('by-hand');
    await confirm(page);
    await page.locator('tr', { hasText: 'by-hand' }).waitFor({ state: 'detached' });
    const other = await desk(await live.stage.organisation('direct-hospital'));
    await other.getByRole('button', { name: '添加本单位用户' }).waitFor();
    expect(await other.getByRole('button', { name: `添加${kind?.title}` }).count()).toBe(0);
  });

  it('whoever turned on a second factor is asked for a code after the password', async () => {
    const page = await desk(await live.stage.organisation('community-a'), '/account');
    await page.locator('.second-factor button').first().click();
    const shown = await page.locator('.secret code').innerText();
    const code = () => codeAt(shown.replaceAll(' ', ''), clock());
    await page.locator('input[name=code]').fill(code());
    await page.locator('.code-form button[type=submit]').click();
    await page.locator('.secret').waitFor({ state: 'detached' });
    late += 60_000;
    const again = await fresh();
    await typeLogin(again, live.server.origin, 'community-a', PASSWORD);
    await again.locator('input[name=code]').fill('000000');
    await again.locator('form button[type=submit]').click();
    await again.getByRole('alert').waitFor();
    expect(await again.locator('.header').count()).toBe(0);
    await again.locator('input[name=code]').fill(code());
    await again.locator('form button[type=submit]').click();
    await again.locator('.header').waitFor();
  });

  it('a unit is moved below another parent, with its people', async () => {
    await live.stage.organisation('talent-agency-a');
    await live.stage.organisation('commission-b');
    const page = await desk(await live.stage.organisation('municipal'));
    await page.locator('.filters input').first().fill('talent-agency-a');
    await actOn(page, 'talent-agency-a', '移动单位');
    const picker = page.locator('.organisation-picker');
    await picker.getByRole('textbox').fill('乙县');
    await picker.locator('.organisation-choice:not(.closed)', { hasText: '乙县' }).first().click();
    await picker.waitFor({ state: 'detached' });
    await confirm(page);
    await page.getByText('已移动').waitFor();
    const moved = await organisations.get(live.server.services.db, live.stage.idOf('talent-agency-a'));
    expect(moved?.parentId).toBe(live.stage.idOf('commission-b'));
  });
});
